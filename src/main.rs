//! Plenary. In a browser this is one of the web applications; natively it is the trainer's command.

#[cfg(all(target_arch = "wasm32", not(any(feature = "notebook", feature = "trainer", feature = "scores"))))]
fn main() {
    learner::run();
}

#[cfg(all(target_arch = "wasm32", feature = "notebook"))]
fn main() {
    learner::notebook::run();
}

#[cfg(all(target_arch = "wasm32", feature = "trainer"))]
fn main() {
    trainer::run();
}

#[cfg(all(target_arch = "wasm32", feature = "scores"))]
fn main() {
    trainer::scores::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}
