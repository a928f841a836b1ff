//! Plenary. In a browser this is the learner's application; natively it is the trainer's command.

#[cfg(target_arch = "wasm32")]
fn main() {
    learner::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::main()
}
