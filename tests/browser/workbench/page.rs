//! A tab with somebody in front of it: what she reads, what she presses, and how long she is ready to wait.

use std::cell::{Ref, RefCell};
use std::fs;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

use super::driver::Driver;
use super::{Node, Tree, evidence_folder, wait_for};

/// How long she waits for anything. It is far longer than anything takes: a slow machine must not fail a journey.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often she looks.
const GLANCE: Duration = Duration::from_millis(15);

/// A point of the window that is on this and on nothing that covers it.
const POINT: &str = "function () {
    this.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = [...this.getClientRects()].find((box) => box.width > 0 && box.height > 0);
    if (!box) return null;
    const [x, y] = [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)];
    return this.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
}";

/// A tab of a browser with a profile of its own.
pub(crate) struct Page {
    root: String,
    profile: TempDir,
    driver: Arc<Driver>,
    browser: RefCell<Option<WebDriver>>,
    console: RefCell<Vec<String>>,
    expected: RefCell<Vec<&'static str>>,
}

/// A text without its white space, for comparing what was written with what is read.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The way in and out.
impl Page {
    /// A new browser, in front of an empty tab.
    pub(super) fn start(root: &str) -> Self {
        let page = Self {
            root: root.to_owned(),
            profile: tempfile::tempdir().unwrap(),
            driver: Driver::shared(),
            browser: RefCell::default(),
            console: RefCell::default(),
            expected: RefCell::default(),
        };
        page.start_browser();
        page
    }

    fn start_browser(&self) {
        *self.browser.borrow_mut() = Some(self.driver.open(self.profile.path()));
        // The first tab stays empty, so that the browser outlives the tab of the journey.
        self.new_tab();
    }

    /// Opens another tab and sits down in front of it.
    pub(crate) fn new_tab(&self) {
        let browser = self.browser();
        wait_for(async {
            let tab = browser.new_tab().await?;
            browser.switch_to_window(tab).await
        })
        .expect("no new tab");
        drop(browser);
        self.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        self.devtools("Accessibility.enable", json!({}));
    }

    /// Closes the tab.
    pub(crate) fn close_tab(&self) {
        self.listen();
        let browser = self.browser();
        wait_for(browser.close_window()).expect("the tab cannot be closed");
        drop(browser);
        self.to_tab(0);
    }

    /// Kills what draws the tab, as a fault in it would.
    pub(crate) fn crash_tab(&self) {
        self.listen();
        // The answer is that the tab is gone.
        let crashed = wait_for(self.browser().cdp().send_raw("Page.crash", json!({})));
        assert!(crashed.is_err(), "the tab did not crash");
        self.to_tab(0);
    }

    /// Ends the browser and starts it again with the same profile.
    pub(crate) fn restart_browser(&self) {
        self.end();
        self.start_browser();
    }

    /// Turns to another tab: to the first empty one (0), or to one that was opened after it (1, 2, …).
    pub(crate) fn to_tab(&self, number: usize) {
        let browser = self.browser();
        wait_for(async {
            let tab = browser.windows().await?.into_iter().nth(number);
            browser.switch_to_window(tab.expect("there are not so many tabs")).await
        })
        .expect("no other tab");
    }

    /// Ends the browser.
    pub(super) fn end(&self) {
        if let Some(browser) = self.browser.take() {
            wait_for(browser.quit()).expect("the browser cannot be ended");
        }
    }

    /// Opens a page that the application takes over; the path is written from the root of the site.
    pub(crate) fn open(&self, path: &str) {
        self.open_plain(path);
        self.is_taken_over();
    }

    /// Opens a page.
    pub(crate) fn open_plain(&self, path: &str) {
        let address = format!("{}{path}", self.root);
        wait_for(self.browser().goto(address.as_str())).unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Reloads the page.
    pub(crate) fn reload(&self) {
        wait_for(self.browser().refresh()).expect("the page cannot be reloaded");
        self.is_taken_over();
    }

    /// Presses the browser's back button.
    pub(crate) fn back(&self) {
        wait_for(self.browser().back()).expect("there is no way back");
    }

    /// Presses the browser's forward button.
    pub(crate) fn forward(&self) {
        wait_for(self.browser().forward()).expect("there is no way forward");
    }

    /// Waits until the application has taken the served page over, and with it the question that stands in it. Nothing that can be seen
    /// tells it.
    fn is_taken_over(&self) {
        let end = Instant::now() + PATIENCE;
        let ready = "return !!document.querySelector('#plenary[data-ready]') && !document.querySelector('[data-first]')";
        while self.run(ready) != true {
            assert!(
                Instant::now() < end,
                "the application did not arrive; the console says {:?}",
                self.console()
            );
            thread::sleep(GLANCE);
        }
    }
}

/// What she reads.
impl Page {
    /// The page as it is at this moment; none where it was changing while it was read.
    pub(crate) fn tree(&self) -> Option<Tree> {
        let answer = self.try_devtools("Accessibility.getFullAXTree", json!({}));
        answer.ok().map(|answer| Tree::read(&answer))
    }

    /// Looks until it is there.
    #[track_caller]
    pub(crate) fn wait<T>(&self, what: &str, mut look: impl FnMut(&Tree) -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            let tree = self.tree();
            if let Some(found) = tree.as_ref().and_then(&mut look) {
                return found;
            }
            if Instant::now() > end {
                panic!("after {PATIENCE:?} there is still not: {what}");
            }
            thread::sleep(GLANCE);
        }
    }

    /// Waits until this is so.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, mut is_so: impl FnMut(&Tree) -> bool) {
        self.wait(what, |tree| is_so(tree).then_some(()));
    }

    /// Waits until these words are on the page.
    #[track_caller]
    pub(crate) fn sees(&self, words: &str) {
        let words = squeezed(words);
        self.until(&words, |tree| squeezed(&tree.text()).contains(&words));
    }

    /// Waits until this is on the page.
    #[track_caller]
    pub(crate) fn finds(&self, role: &str, name: &str) -> Node {
        self.wait(&format!("the {role} “{name}”"), |tree| tree.find(role, name).cloned())
    }

    /// Whether these words are on the page at this moment.
    pub(crate) fn shows(&self, words: &str) -> bool {
        let words = squeezed(words);
        self.wait("the page", |tree| Some(squeezed(&tree.text()).contains(&words)))
    }

    /// Waits until the page is at this path, has this heading and says so in the title of the window.
    #[track_caller]
    pub(crate) fn is_at(&self, path: &str, heading: &str) {
        self.until(&format!("the heading “{heading}”"), |tree| tree.heading() == Some(heading));
        assert_eq!(self.path(), path);
        let title = self.title();
        assert!(title.starts_with(&format!("{heading} · ")) && title.ends_with("Plenary"), "{title}");
    }

    /// Waits until the keyboard is there.
    #[track_caller]
    pub(crate) fn focus_is(&self, role: &str, name: &str) {
        self.until(&format!("the focus on the {role} “{name}”"), |tree| {
            tree.focus().is_some_and(|focus| focus.role == role && focus.name == name)
        });
    }

    /// Waits until a screen reader was told this.
    #[track_caller]
    pub(crate) fn hears(&self, words: &str) {
        self.until(&format!("the announcement “{words}”"), |tree| tree_says(tree, words));
    }

    /// The path of the page, from the root of the site.
    pub(crate) fn path(&self) -> String {
        let address = wait_for(self.browser().current_url()).expect("no address");
        let path = address.as_str().strip_prefix(&self.root);
        path.unwrap_or_else(|| panic!("{address} is not below {}", self.root)).to_owned()
    }

    /// The title of the window.
    pub(crate) fn title(&self) -> String {
        wait_for(self.browser().title()).expect("no title")
    }
}

fn tree_says(tree: &Tree, words: &str) -> bool {
    let spoken = tree.nodes().iter().filter(|node| node.role == "status");
    let mut spoken = spoken.filter_map(|status| tree.inside(|node| node.handle == status.handle));
    spoken.any(|status| status.text().trim() == words)
}

/// What she does with the mouse.
impl Page {
    /// Presses a button.
    #[track_caller]
    pub(crate) fn press(&self, name: &str) {
        self.click(&format!("the button “{name}”"), |tree| tree.find("button", name).cloned());
    }

    /// Follows a link.
    #[track_caller]
    pub(crate) fn follow(&self, name: &str) {
        self.click(&format!("the link “{name}”"), |tree| tree.find("link", name).cloned());
    }

    /// Clicks on what is meant, once it is there and can be clicked on.
    #[track_caller]
    pub(crate) fn click(&self, what: &str, meant: impl Fn(&Tree) -> Option<Node>) {
        let (x, y) = self.wait(&format!("{what}, where it can be pressed"), |tree| {
            let node = meant(tree).filter(|node| !node.disabled)?;
            self.point_of(&node)
        });
        let browser = self.browser();
        let click =
            browser.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO)).move_to(x, y).click();
        wait_for(click.perform()).unwrap_or_else(|error| panic!("{what}: {error}"));
    }

    /// Presses what is meant without moving the mouse, for those who have thousands of things to press: where a mouse would reach it, and
    /// at once, so that nothing can move in between.
    #[track_caller]
    pub(crate) fn tap(&self, what: &str, meant: impl Fn(&Tree) -> Option<Node>) {
        self.until(&format!("{what}, where it can be pressed"), |tree| {
            meant(tree).is_some_and(|node| self.is_tapped(&node))
        });
    }

    /// Presses this, if it can be pressed. What is in sight already is not scrolled: to draw the page anew takes longest of all.
    pub(crate) fn is_tapped(&self, node: &Node) -> bool {
        let pressed = format!(
            "function () {{
                const box = this.getClientRects()[0];
                const [x, y] = box ? [box.x + box.width / 2, box.y + box.height / 2] : [-1, -1];
                const reached = this.contains(document.elementFromPoint(x, y)) || ({POINT}).call(this);
                return reached && (this.click(), true);
            }}"
        );
        !node.disabled && self.call_on(node, &pressed).is_some_and(|pressed| pressed == true)
    }

    /// A point of the page that is on this node and on nothing that covers it.
    fn point_of(&self, node: &Node) -> Option<(i64, i64)> {
        let point = self.call_on(node, POINT)?;
        Some((point[0].as_i64()?, point[1].as_i64()?))
    }

    /// Runs a function of JavaScript on a node; none where the node has gone.
    pub(crate) fn call_on(&self, node: &Node, function: &str) -> Option<Value> {
        let node = json!({ "backendNodeId": node.handle? });
        let object = self.try_devtools("DOM.resolveNode", node).ok()?;
        let call = json!({
            "objectId": object["object"]["objectId"],
            "functionDeclaration": function,
            "returnByValue": true,
        });
        let result = self.try_devtools("Runtime.callFunctionOn", call).ok()?;
        Some(result["result"]["value"].clone())
    }
}

/// What only a developer sees.
impl Page {
    pub(super) fn browser(&self) -> Ref<'_, WebDriver> {
        Ref::map(self.browser.borrow(), |browser| browser.as_ref().expect("the browser was ended"))
    }

    /// Gives a command of the DevTools protocol.
    pub(crate) fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.try_devtools(method, parameters).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    fn try_devtools(&self, method: &str, parameters: Value) -> WebDriverResult<Value> {
        wait_for(self.browser().cdp().send_raw(method, parameters))
    }

    /// Runs a script in the page.
    pub(crate) fn run(&self, script: &str) -> Value {
        self.run_with(script, Vec::new())
    }

    /// Runs a script in the page, with `arguments`.
    pub(crate) fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        let result = wait_for(self.browser().execute(script, arguments));
        result.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Runs a script in the page, and waits until it calls its last argument.
    pub(crate) fn run_async(&self, script: &str) -> Value {
        let result = wait_for(self.browser().execute_async(script, Vec::new()));
        result.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    /// Says that the console will report this, because the journey brings it about.
    pub(crate) fn expect_in_console(&self, words: &'static str) {
        self.expected.borrow_mut().push(words);
    }

    /// Says that the host will be down, of which the console reports every file that was asked for; the browser asks for a newer
    /// service worker whenever it likes.
    pub(crate) fn expect_no_host(&self) {
        self.expect_in_console("net::ERR_");
        self.expect_in_console("An unknown error occurred when fetching the script.");
    }

    /// Fails where the console reported an error, a warning or a breach of the content security policy.
    #[track_caller]
    pub(super) fn console_is_quiet(&self) {
        let reported = self.console();
        assert!(reported.is_empty(), "the console reports:\n{}", reported.join("\n"));
    }

    /// What the console reported and nobody expected.
    fn console(&self) -> Vec<String> {
        self.listen();
        let expected = self.expected.borrow();
        let is_news = |line: &&String| !expected.iter().any(|words| line.contains(words));
        self.console.borrow().iter().filter(is_news).cloned().collect()
    }

    /// Takes down what the console has reported until now; a closed tab takes its reports with it.
    fn listen(&self) {
        let reported = wait_for(self.browser().browser_log()).expect("the console cannot be read");
        let bad = reported.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        self.console.borrow_mut().extend(bad.map(|entry| format!("{}: {}", entry.level, entry.message)));
    }

    /// Keeps what is needed to understand why a journey failed, and says where. It must not fail itself.
    pub(super) fn keep_evidence(&self) {
        let Some(browser) = &*self.browser.borrow() else { return };
        let test = thread::current().name().unwrap_or("journey").replace("::", "-");
        let path = evidence_folder().join(test);
        let _ = fs::create_dir_all(evidence_folder());
        if let Ok(picture) = wait_for(browser.screenshot_as_png()) {
            let _ = fs::write(path.with_extension("png"), picture);
        }
        if let Ok(source) = wait_for(browser.source()) {
            let _ = fs::write(path.with_extension("html"), source);
        }
        if let Some(tree) = self.tree() {
            let _ = fs::write(path.with_extension("txt"), tree.to_string());
        }
        eprintln!("the page is kept in {}.png, .html and (as it is read out) .txt", path.display());
        for line in self.console() {
            eprintln!("the console reports {line}");
        }
    }
}
