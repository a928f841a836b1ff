// A page's side of the service worker (sw.js beside this file): registers it, tells it what the first page needed and what the
// learner asks for, and shows what it answers. Loaded once the first page is settled, so that none of this stands between a learner
// and her first question; that is also why it is a script of its own and no part of the application.
//
// Every word stands in the page, in its language. Which of them are shown follows from the state.

const ROOT = new URL("../", import.meta.url);
const container = navigator.serviceWorker;
// A browser may forbid it; then the site works as far as the connection does.
const registered = container.register(new URL("sw.js", ROOT)).then(() => container.ready);

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);
const page = () => location.pathname.slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");

container.addEventListener("message", ({ data: { told, ...about } }) => {
  if (told === "new") offer();
  else if (about.page === page()) show(told, about.share);
});

document.addEventListener("click", ({ target }) => {
  const asked = target.closest?.("[data-ask]")?.dataset.ask;
  if (asked) ask(asked);
});

document.addEventListener("visibilitychange", async () => {
  // Without a connection there is nothing new to be found.
  if (!document.hidden) (await registered).update().catch(() => {});
});

begin().catch(() => {});

async function begin() {
  // A page that a worker has served has told it everything already.
  const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
  const addresses = container.controller ? [] : [location.href, ...fetched];
  (await registered).active.postMessage({ ask: "used", addresses });
  // The application puts another page in the place of this one.
  new MutationObserver(arrive).observe(document.body, { childList: true });
  await arrive();
}

// Shows on a page that has just come into the document what there is to say of it.
async function arrive() {
  const { active, waiting } = await registered;
  if (waiting) offer();
  if (one("#keep:not([data-state])")) active.postMessage({ ask: "state", page: page() });
}

// Shows the offer of a new version, unless this page is of that version already.
async function offer() {
  const place = one("#offer[hidden]");
  if (!place || (await isCurrent())) return;
  place.hidden = false;
  say(one("p", place).textContent);
}

// Whether the page is as the site has it now: of the same version, and if it asks, with the same questions.
async function isCurrent() {
  const marks = (page) => [one("#plenary", page)?.dataset.appVersion, one("[data-index]", page)?.dataset.index].join();
  try {
    // With a query, so that the worker leaves it to the network.
    const now = await (await fetch(`${location.pathname}?now`)).text();
    // The policy of this page would report the style of another version as a breach of it, though nobody shows it.
    const page = now.replaceAll("style>", "template>");
    return marks(new DOMParser().parseFromString(page, "text/html")) === marks(document);
  } catch {
    return false;
  }
}

async function ask(asked) {
  const { active, waiting } = await registered;
  if (asked !== "take over") {
    // The button that was pressed goes away; the focus stays with what it was about.
    one("#keep").focus();
    active.postMessage({ ask: asked, page: page() });
  } else if (waiting) {
    container.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ ask: asked });
  } else {
    location.reload(); // another tab was faster
  }
}

// Shows how the module of this page is kept, and says it where that changed while the page was open.
function show(state, share) {
  const place = one("#keep");
  if (!place) return;
  const before = place.dataset.state;
  place.dataset.state = state;
  place.hidden = false;
  for (const part of all("[data-when]", place)) part.hidden = !part.dataset.when.split(" ").includes(state);
  if (before && before !== state) say(all("p:not([hidden])", place).map((part) => part.textContent).join(" "));
  if (state === "keeping") {
    const bar = one("progress", place);
    // A quarter at a time: a number that changes without end is read out without end.
    if (Math.floor(share * 4) > Math.floor(bar.value * 4)) {
      say(new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share));
    }
    bar.value = share;
  }
}

// Says something to a screen reader, in the live region of the application. The same words twice are said twice.
function say(words) {
  const said = document.getElementById("said");
  if (said) said.textContent = said.textContent === words ? `${words}\u00a0` : words;
}
