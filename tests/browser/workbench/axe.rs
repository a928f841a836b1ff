//! What axe-core finds on the page.

use serde_json::Value;

use super::Page;

/// Injected from beside the page, so that the page's own policy stays as it is.
const AXE: &str = include_str!("../vendor/axe.min.js");

const LOOK: &str = "
    const done = arguments[arguments.length - 1];
    const one = ({ id, impact, help, nodes }) =>
        `${id} (${impact}): ${help}` + nodes.map((node) => `\\n    ${node.target.join(' ')}: ${node.failureSummary}`).join('');
    axe.run(document, { resultTypes: ['violations'] })
        .then(({ violations, passes }) => done({ found: violations.map(one), passed: passes.length }), (error) => done(String(error)))";

impl Page {
    /// What axe finds, of any impact.
    pub(crate) fn axe(&self) -> Vec<String> {
        if self.run("return typeof axe") != "object" {
            self.run(AXE);
        }
        let said = self.run_async(LOOK);
        let passed = said["passed"].as_u64().unwrap_or_default();
        assert!(passed > 5, "axe looked at next to nothing: {said}");
        let found = said["found"].as_array().map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}
