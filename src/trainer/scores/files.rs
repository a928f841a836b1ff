//! Files of the trainer's disk, chosen or dropped. They are read by the browser, and leave it nowhere.

use std::time::Duration;

use analysis::file::{self, File, LARGEST_FILE, Refused};
use js_sys::{Array, Function, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, DragEvent, Event, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry, HtmlInputElement,
};

use super::picked::{Load, is_wanted};

/// A file that was picked, by its name, or by its path where it came in a folder.
#[derive(Debug, Clone)]
pub(super) struct Picked {
    pub(super) path: String,
    is_of_folder: bool,
    file: web_sys::File,
}

/// What was dropped: files, and folders to be walked through.
#[derive(Debug, Clone, Default)]
pub(super) struct Dropped {
    files: Vec<Picked>,
    entries: Vec<FileSystemEntry>,
}

/// How many files the browser reads at once.
const AT_ONCE: usize = 16;

/// How long the page may wait for this work before it has its turn, in milliseconds.
const LONGEST_TURN: f64 = 40.0;

/// The files of a field, which is emptied, so that the same file can be chosen again.
pub(super) fn chosen(event: &Event) -> Vec<Picked> {
    let field: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(field) = field else { return Vec::new() };
    let list = field.files();
    let all = list.iter().flat_map(|list| (0..list.length()).filter_map(|place| list.get(place)));
    let all = all.map(picked).collect();
    field.set_value("");
    all
}

fn picked(file: web_sys::File) -> Picked {
    let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok();
    let path = path.and_then(|path| path.as_string()).unwrap_or_default();
    let is_of_folder = !path.is_empty();
    Picked { path: if is_of_folder { path } else { file.name() }, is_of_folder, file }
}

/// Takes whatever is dropped anywhere on the page: a browser that is left alone opens it in the place of the page.
pub(super) fn take_drops(take: impl Fn(Dropped) + 'static) {
    listen("dragover", Event::prevent_default);
    listen("drop", move |event| {
        event.prevent_default();
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if let Some(transfer) = transfer {
            take(dropped(&transfer));
        }
    });
}

fn listen(name: &str, heard: impl Fn(&Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
    let _ = document().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
    // As long as the page.
    heard.forget();
}

/// What was dropped. It must be taken at once: after the event it is gone.
fn dropped(transfer: &DataTransfer) -> Dropped {
    let mut dropped = Dropped::default();
    let items = transfer.items();
    for place in 0..items.length() {
        let Some(item) = items.get(place) else { continue };
        match item.webkit_get_as_entry().ok().flatten() {
            Some(entry) => dropped.entries.push(entry),
            None => dropped.files.extend(item.get_as_file().ok().flatten().map(picked)),
        }
    }
    dropped
}

impl From<Vec<Picked>> for Dropped {
    fn from(files: Vec<Picked>) -> Self {
        Self { files, entries: Vec::new() }
    }
}

impl Dropped {
    /// The files that are looked at, those in folders too.
    pub(super) async fn files(self) -> Vec<Picked> {
        let mut files = self.files;
        let mut entries: Vec<(FileSystemEntry, bool)> =
            self.entries.into_iter().map(|entry| (entry, false)).collect();
        // What lies deeper than there can be files is let lie.
        while let Some((entry, is_of_folder)) = entries.pop().filter(|_| files.len() <= file::MOST_FILES) {
            let path = entry.full_path().trim_start_matches('/').to_owned();
            if entry.is_directory() {
                let inner = of_folder(entry.unchecked_into()).await;
                entries.extend(inner.into_iter().map(|entry| (entry, true)));
            } else if let Ok(file) = opened(&entry.unchecked_into()).await {
                files.push(Picked { path, is_of_folder, file });
            }
        }
        files.retain(|picked| is_wanted(&picked.path, picked.is_of_folder));
        files
    }
}

/// What lies in a folder. The browser tells it in portions; an empty one is the last.
async fn of_folder(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut found = Vec::new();
    loop {
        let portion = promised(|done, failed| {
            let _ = reader.read_entries_with_callback_and_callback(done, failed);
        });
        let portion: Array = match portion.await.map(JsCast::dyn_into) {
            Ok(Ok(portion)) => portion,
            Ok(Err(_)) | Err(_) => return found,
        };
        if portion.length() == 0 || found.len() > file::MOST_FILES {
            return found;
        }
        found.extend(portion.iter().filter_map(|entry| entry.dyn_into::<FileSystemEntry>().ok()));
    }
}

async fn opened(entry: &FileSystemFileEntry) -> Result<web_sys::File, JsValue> {
    let file = promised(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
    });
    file.await?.dyn_into()
}

/// What a function of the browser gives that calls back.
async fn promised(mut ask: impl FnMut(&Function, &Function)) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| ask(&done, &failed))).await
}

/// Reads files, and gives the page its turn in between; `tell` is told how many are read.
pub(super) async fn read(picked: Vec<Picked>, tell: impl Fn(usize)) -> Vec<File> {
    let mut read: Vec<File> = Vec::with_capacity(picked.len());
    let mut load = Load::default();
    let mut since = now();
    for some in picked.chunks(AT_ONCE) {
        // All of them are on their way before the first is waited for.
        let coming: Vec<_> = some.iter().map(|picked| (picked, asked(&picked.file, &mut load))).collect();
        for (picked, coming) in coming {
            let file = match coming {
                Err(why) => File { name: picked.path.clone(), content: Err(why) },
                Ok(coming) => match coming.await {
                    Ok(bytes) => file::open(&picked.path, &Uint8Array::new(&bytes).to_vec()),
                    Err(fault) => file::unread(&picked.path, words(&fault)),
                },
            };
            read.push(file);
            if now() - since > LONGEST_TURN {
                tell(read.len());
                turn().await;
                since = now();
            }
        }
    }
    read
}

/// Asks for the content of a file, unless it is larger than any.
fn asked(file: &web_sys::File, load: &mut Load) -> Result<JsFuture, Refused> {
    if file.size() > LARGEST_FILE as f64 {
        return Err(Refused::TooLarge);
    }
    load.take(file.size()).map_err(|why| Refused::Unread(why.words()))?;
    Ok(JsFuture::from(file.array_buffer()))
}

/// The bytes of authors' files, each with its path; a file that is larger than any is left out.
pub(super) async fn bytes(picked: Vec<Picked>, largest: f64) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    let mut load = Load::default();
    let is_authored = |path: &str| path.ends_with(".toml") || path.ends_with(".md");
    for Picked { path, file, .. } in picked.into_iter().filter(|picked| is_authored(&picked.path)) {
        if file.size() > largest || load.take(file.size()).is_err() {
            continue;
        }
        if let Ok(content) = JsFuture::from(file.array_buffer()).await {
            all.push((path, Uint8Array::new(&content).to_vec()));
        }
    }
    all
}

/// Gives the page its turn: what was changed is painted, what was pressed is heard.
pub(super) async fn turn() {
    let turn = Promise::new(&mut |done, _| {
        set_timeout(move || drop(done.call0(&JsValue::NULL)), Duration::ZERO);
    });
    // A promise that is always kept.
    let _ = JsFuture::from(turn).await;
}

/// The clock of the device, in milliseconds.
pub(super) fn now() -> f64 {
    js_sys::Date::now()
}

fn words(fault: &JsValue) -> String {
    let message = js_sys::Reflect::get(fault, &"message".into()).ok().and_then(|words| words.as_string());
    message.unwrap_or_else(|| "the browser did not say why".to_owned())
}
