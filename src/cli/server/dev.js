// Part of `plenary serve` only. Reloads the page after each good build, and shows what is wrong until it is mended.
(() => {
  const own = new URL(document.currentScript.src).searchParams;
  const isPage = own.has("look"); // the page that itself lists what is wrong
  let news = null;
  let told = "";
  let panel = null;
  let hidden = false;

  // A browser opens few connections to one server: a tab in the background does without.
  const listen = () => {
    if (document.hidden) {
      news?.close();
      news = null;
    } else if (!news) {
      news = new EventSource("/-/events");
      news.onmessage = (event) => hear(event.data);
    }
  };

  const hear = (data) => {
    const { build, look, troubles } = JSON.parse(data);
    if (build !== own.get("build") || (isPage && look !== own.get("look"))) {
      location.reload();
    } else if (!isPage && data !== told) {
      told = data;
      hidden = false;
      show(troubles);
    }
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  const item = ({ label, place, message, help }) =>
    element("li", {},
      element("p", { class: "place" }, label, " ", element("code", {}, place)),
      element("p", { class: "message" }, message),
      ...(help ? [element("p", { class: "help" }, help)] : []));

  const counted = (number) => (number === 1 ? "1 mistake" : `${number} mistakes`);

  // The panel has a tree of its own, so that neither the page's style nor the page's scripts reach it.
  const root = () => {
    if (!panel) {
      const host = element("div", { id: "plenary-troubles" });
      panel = host.attachShadow({ mode: "open" });
      panel.append(element("link", { rel: "stylesheet", href: "/-/dev.css" }), element("div", { class: "place-of-panel" }));
      document.body.append(host);
    }
    return panel.querySelector(".place-of-panel");
  };

  const show = (troubles) => {
    if (!troubles.length) {
      panel?.host.remove();
      panel = null;
      return;
    }
    const toggle = (text, expanded) => {
      const button = element("button", { type: "button", "aria-expanded": String(expanded) }, text);
      button.addEventListener("click", () => {
        hidden = expanded;
        show(troubles);
        panel.querySelector("button").focus();
      });
      return button;
    };
    if (hidden) {
      root().replaceChildren(element("div", { class: "chip" }, toggle(`Show ${counted(troubles.length)}`, false)));
      return;
    }
    const section = element("section", { class: "panel", role: "alert", "aria-labelledby": "head" },
      element("header", {},
        element("h2", { id: "head" }, `${counted(troubles.length)} in the course`),
        toggle("Hide", true)),
      element("p", { class: "note" }, "The page shows the last good state until this is mended."),
      element("ul", { class: "troubles" }, ...troubles.map(item)));
    section.addEventListener("keydown", (event) => {
      if (event.key === "Escape") section.querySelector("button").click();
    });
    root().replaceChildren(section);
  };

  document.addEventListener("visibilitychange", listen);
  listen();
})();
