//! The forms in which a catalogue is handed out, each as a [`crate::tree::Tree`].

pub mod site;
