//! Pictures of the page, in each window and in each light.

use std::fs;

use serde_json::json;

use super::{Page, evidence_folder, wait_for};

/// A window and a light in which the page is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The width of the window, in CSS pixels.
    pub(crate) width: u32,
    /// Whether dark colours are preferred.
    pub(crate) dark: bool,
}

/// A phone and a desk, by day and by night.
pub(crate) const WINDOWS: [Picture; 4] = [
    Picture { width: 360, dark: false },
    Picture { width: 360, dark: true },
    Picture { width: 1280, dark: false },
    Picture { width: 1280, dark: true },
];

/// The height of the window, in CSS pixels.
const HEIGHT: u32 = 800;

/// The tallest picture, in CSS pixels.
const TALLEST: u32 = 6000;

impl Page {
    /// Looks at the page in this window and this light.
    pub(crate) fn look_in(&self, picture: Picture) {
        self.resize(picture.width, HEIGHT);
        let scheme = if picture.dark { "dark" } else { "light" };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ] }),
        );
    }

    /// Goes back to the window as it was.
    pub(crate) fn look_normally(&self) {
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": [] }));
    }

    /// By how many pixels the page is wider than a window of this width.
    pub(crate) fn overflow_at(&self, width: u32) -> i64 {
        self.resize(width, HEIGHT);
        let overflow = self.run("return document.documentElement.scrollWidth - window.innerWidth");
        overflow.as_i64().expect("a number of pixels")
    }

    /// Makes a picture of the whole page, and gives its bytes.
    pub(crate) fn screenshot(&self, name: &str, picture: Picture) -> Vec<u8> {
        self.look_in(picture);
        let height =
            self.run("return Math.ceil(document.documentElement.scrollHeight)").as_u64().unwrap_or_default();
        self.resize(picture.width, u32::try_from(height).unwrap_or(TALLEST).clamp(HEIGHT, TALLEST));
        let bytes = wait_for(self.browser().screenshot_as_png()).expect("no picture");
        let folder = evidence_folder().join("screens");
        fs::create_dir_all(&folder).unwrap();
        let light = if picture.dark { "dark" } else { "light" };
        fs::write(folder.join(format!("{name}-{}-{light}.png", picture.width)), &bytes).unwrap();
        bytes
    }

    fn resize(&self, width: u32, height: u32) {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }
}
