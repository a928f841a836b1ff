//! The scripts of the page that stand in `editor/`: the editor itself, the files of the disk, and what is kept of unsaved work.
//!
//! Only this module knows their names. What they give is taken apart here, and everything that can fail in the browser comes back as an error in words.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// The scripts, once they have arrived.
#[derive(Debug, Clone)]
pub(crate) struct Scripts(JsValue);

/// An editor that stands in the page.
#[derive(Debug, Clone)]
pub(crate) struct Editor(JsValue);

/// A folder of the disk that the trainer has opened.
#[derive(Debug, Clone)]
pub(crate) struct Folder(JsValue);

/// What was read from the disk.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The folder, where it was one.
    pub(crate) folder: Option<Folder>,
    /// Path and text of each file.
    pub(crate) files: Vec<(String, String)>,
    /// Path of each file that could not be read, and why.
    pub(crate) left: Vec<(String, String)>,
}

/// A fault as the editor shows it; places count UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// `error` or `warning`.
    pub(crate) severity: &'static str,
    pub(crate) message: String,
    /// The quick fix, by the number of the diagnostic that it belongs to.
    pub(crate) fix: Option<(String, usize)>,
}

/// A change of a text by hand: the stretch that went, in UTF-16 units, and what came in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) text: String,
}

/// What happens in the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    /// The text was changed by hand.
    Changed(Change),
    /// The cursor was moved.
    Moved,
    /// A key asks for the next problem.
    Next,
    /// A key asks for the problem before.
    Previous,
    /// A key asks for the quick fix of the problem at the cursor.
    Fix,
    /// A key asks to save.
    Save,
}

/// What keys ask for, as the editor calls it.
const WANTED: &[(&str, Told)] =
    &[("next", Told::Next), ("previous", Told::Previous), ("fix", Told::Fix), ("save", Told::Save)];

/// What went wrong in the browser, in its own words.
pub(crate) type Fault = String;

impl Scripts {
    /// Fetches the scripts: the page's starter has said where they are.
    pub(crate) async fn arrive() -> Result<Self, Fault> {
        let load = get(&js_sys::global(), "plenaryEditor")?;
        let load: Function = load.dyn_into().map_err(|_| "the page names no editor".to_owned())?;
        let coming = load.call0(&JsValue::NULL).map_err(|fault| words(&fault))?;
        Ok(Self(settled(coming).await?))
    }

    /// Puts an editor into its place. `told` is called with what happens in it.
    pub(crate) fn editor(
        &self,
        place: &HtmlElement,
        told: impl Fn(Told) + Clone + 'static,
    ) -> Result<Editor, Fault> {
        let tell = Object::new();
        let (changed, moved) = (told.clone(), told.clone());
        let wanted = move |what: String| {
            if let Some((_, want)) = WANTED.iter().find(|(name, _)| *name == what) {
                told(want.clone());
            }
        };
        let changed = move |from: f64, to: f64, text: String| {
            changed(Told::Changed(Change { from: from as usize, to: to as usize, text }));
        };
        // They live as long as the page does.
        set(&tell, "changed", Closure::<dyn Fn(f64, f64, String)>::new(changed).into_js_value());
        set(&tell, "moved", Closure::<dyn Fn()>::new(move || moved(Told::Moved)).into_js_value());
        set(&tell, "wanted", Closure::<dyn Fn(String)>::new(wanted).into_js_value());
        call(&self.0, "create", &[place.into(), tell.into()]).map(Editor)
    }

    /// Whether the browser lets a page open a folder.
    pub(crate) fn opens_folders(&self) -> bool {
        call(&self.0, "opensFolders", &[]).is_ok_and(|answer| answer.is_truthy())
    }

    /// Asks for a folder and reads it; none where the trainer chose none.
    pub(crate) async fn open_folder(&self) -> Result<Option<Found>, Fault> {
        let found = settled(call(&self.0, "openFolder", &[])?).await?;
        if found.is_null() { Ok(None) } else { found_in(&found).map(Some) }
    }

    /// Reads files that were chosen or dropped.
    pub(crate) async fn read_files(&self, list: &JsValue) -> Result<Found, Fault> {
        found_in(&settled(call(&self.0, "readFiles", std::slice::from_ref(list))?).await?)
    }

    /// Writes a file in its folder.
    pub(crate) async fn save(&self, folder: &Folder, path: &str, text: &str) -> Result<(), Fault> {
        let arguments = [folder.0.clone(), path.into(), text.into()];
        settled(call(&self.0, "save", &arguments)?).await.map(drop)
    }

    /// Keeps a file, so that it outlives the page.
    pub(crate) async fn keep_file(&self, path: &str, text: &str, saved: Option<&str>) -> Result<(), Fault> {
        let saved = saved.map_or(JsValue::NULL, JsValue::from);
        settled(call(&self.0, "keepFile", &[path.into(), text.into(), saved])?).await.map(drop)
    }

    /// The files that an earlier visit kept: path, text, and the text that was saved last.
    pub(crate) async fn kept_files(&self) -> Result<Vec<(String, String, Option<String>)>, Fault> {
        let kept = settled(call(&self.0, "keptFiles", &[])?).await?;
        let file = |kept: JsValue| {
            let kept: Array = kept.dyn_into().ok()?;
            Some((kept.get(0).as_string()?, kept.get(1).as_string()?, kept.get(2).as_string()))
        };
        Ok(list(&kept).into_iter().filter_map(file).collect())
    }

    /// Keeps the folder.
    pub(crate) async fn keep_folder(&self, folder: Option<&Folder>) -> Result<(), Fault> {
        let folder = folder.map_or(JsValue::NULL, |folder| folder.0.clone());
        settled(call(&self.0, "keepFolder", &[folder])?).await.map(drop)
    }

    /// The folder that an earlier visit kept.
    pub(crate) async fn kept_folder(&self) -> Result<Option<Folder>, Fault> {
        let folder = settled(call(&self.0, "keptFolder", &[])?).await?;
        Ok((!folder.is_undefined() && !folder.is_null()).then_some(Folder(folder)))
    }

    /// Keeps which file is in the editor.
    pub(crate) async fn keep_open(&self, path: &str) -> Result<(), Fault> {
        settled(call(&self.0, "keepOpen", &[path.into()])?).await.map(drop)
    }

    /// The file that was in the editor of an earlier visit.
    pub(crate) async fn kept_open(&self) -> Result<Option<String>, Fault> {
        Ok(settled(call(&self.0, "keptOpen", &[])?).await?.as_string())
    }

    /// Forgets every file and the folder.
    pub(crate) async fn forget(&self) -> Result<(), Fault> {
        settled(call(&self.0, "forget", &[])?).await.map(drop)
    }
}

impl Editor {
    /// Opens a text, and forgets the history of the one before.
    pub(crate) fn open(&self, text: &str, label: &str, is_toml: bool) {
        self.act("open", &[text.into(), label.into(), is_toml.into()]);
    }

    /// The text as it is now.
    pub(crate) fn text(&self) -> String {
        call(&self.0, "text", &[]).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    /// Where the cursor is, in UTF-16 units.
    pub(crate) fn cursor(&self) -> usize {
        call(&self.0, "cursor", &[]).ok().and_then(|place| place.as_f64()).unwrap_or_default() as usize
    }

    /// Selects a stretch, shows it and moves the focus there.
    pub(crate) fn select(&self, from: usize, to: usize) {
        self.act("select", &[number(from), number(to)]);
    }

    /// Puts a text in the place of a stretch, as if it had been typed.
    pub(crate) fn replace(&self, from: usize, to: usize, text: &str) {
        self.act("replace", &[number(from), number(to), text.into()]);
    }

    /// Shows faults at their places. `mend` is called with the number of the diagnostic whose quick fix was chosen.
    pub(crate) fn mark(&self, marks: &[Mark], mend: &Function) {
        let all = Array::new();
        for mark in marks {
            let fixes = Array::new();
            if let Some((name, diagnostic)) = &mark.fix {
                let fix = Object::new();
                set(&fix, "name", name.as_str());
                set(&fix, "apply", mend.bind1(&JsValue::NULL, &number(*diagnostic)));
                fixes.push(&fix);
            }
            let one = Object::new();
            set(&one, "from", number(mark.from));
            set(&one, "to", number(mark.to));
            set(&one, "severity", mark.severity);
            set(&one, "message", mark.message.as_str());
            set(&one, "fixes", fixes);
            all.push(&one);
        }
        self.act("mark", &[all.into()]);
    }

    /// Moves the focus into the editor.
    pub(crate) fn focus(&self) {
        self.act("focus", &[]);
    }

    fn act(&self, name: &str, arguments: &[JsValue]) {
        // What the editor refuses it has said in the console.
        drop(call(&self.0, name, arguments));
    }
}

fn found_in(found: &JsValue) -> Result<Found, Fault> {
    let pairs = |name: &str| -> Result<Vec<(String, String)>, Fault> {
        let pair = |pair: JsValue| {
            let pair: Array = pair.dyn_into().ok()?;
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        };
        Ok(list(&get(found, name)?).into_iter().filter_map(pair).collect())
    };
    let folder = get(found, "folder")?;
    let folder = (!folder.is_null()).then_some(Folder(folder));
    Ok(Found { folder, files: pairs("files")?, left: pairs("left")? })
}

fn list(value: &JsValue) -> Vec<JsValue> {
    value.dyn_ref::<Array>().map(|all| all.iter().collect()).unwrap_or_default()
}

fn number(number: usize) -> JsValue {
    JsValue::from_f64(number as f64)
}

fn get(of: &JsValue, name: &str) -> Result<JsValue, Fault> {
    Reflect::get(of, &name.into()).map_err(|fault| words(&fault))
}

fn set(of: &Object, name: &str, value: impl Into<JsValue>) {
    // A plain object takes everything.
    let _ = Reflect::set(of, &name.into(), &value.into());
}

fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, Fault> {
    let function: Function = get(of, name)?.dyn_into().map_err(|_| format!("there is no `{name}`"))?;
    function.apply(of, &arguments.iter().collect()).map_err(|fault| words(&fault))
}

async fn settled(promise: JsValue) -> Result<JsValue, Fault> {
    JsFuture::from(Promise::resolve(&promise)).await.map_err(|fault| words(&fault))
}

/// What a thrown value says.
fn words(fault: &JsValue) -> Fault {
    let message = Reflect::get(fault, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| fault.as_string()).unwrap_or_else(|| "the browser did not say why".to_owned())
}
