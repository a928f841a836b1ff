//! The command from outside: what it writes, and how it ends.

use std::fs;

use serde_json::Value;

use crate::workbench::{authoring_course, files_below, plenary, project, text, write};

/// A change to the course of the manual that is an error.
const BROKEN: (&str, &str) = ("courses/migration/course.toml", "summary  =");

#[test]
fn a_new_project_passes_the_strict_check() {
    let dir = tempfile::tempdir().unwrap();
    let made = dir.path().join("my-course");
    let path = made.to_str().unwrap();
    assert_eq!(plenary(["new", path]).status.code(), Some(0));
    let checked = plenary(["check", path, "--strict"]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    for (file, text) in files_below(&made)
        .iter()
        .filter(|file| file.ends_with(".toml"))
        .map(|file| (file, fs::read_to_string(made.join(file)).unwrap()))
    {
        let schema = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).unwrap();
        assert!(made.join(file).parent().unwrap().join(schema).is_file(), "{file}: {schema}");
    }
    let again = plenary(["new", path]);
    assert_eq!(again.status.code(), Some(2), "a second `new` must not overwrite the first");
    assert!(text(&again.stderr).contains("is not empty"));
}

#[test]
fn what_is_added_to_a_project_passes_the_strict_check() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_str().unwrap();
    let add = |arguments: &[&str]| {
        let done = plenary(["new"].iter().chain(arguments).chain(&["--in", path]));
        assert_eq!(done.status.code(), Some(0), "{arguments:?}: {}", text(&done.stderr));
        let checked = plenary(["check", path, "--strict"]);
        assert_eq!(checked.status.code(), Some(0), "{arguments:?}: {}", text(&checked.stdout));
        text(&done.stdout)
    };
    let made = add(&["course", "law"]);
    let lines = [
        "made courses/law/course.toml",
        "made courses/law/first-module/first-lesson.md",
        "made courses/law/first-module/module.toml",
        "made courses/sources.toml",
        "made questions/first-module.toml",
    ];
    assert_eq!(made.lines().collect::<Vec<_>>(), lines);
    add(&["course", "policy"]);
    add(&["module", "law/entry"]);
    let made = add(&["bank", "more", "--module", "law/entry"]);
    assert_eq!(made, "changed courses/law/entry/module.toml\nmade questions/more.toml\n");
    for kind in domain::question::Kind::ALL.iter().map(|kind| kind.name()).filter(|kind| *kind != "elements")
    {
        let made = add(&["question", &format!("more/a-{kind}"), "--kind", kind]);
        assert_eq!(made, "changed questions/more.toml\n");
    }
    let course = fs::read_to_string(dir.path().join("courses/law/course.toml")).unwrap();
    assert!(course.contains("modules  = [\"first-module\", \"entry\"]\n"), "{course}");
    let module = fs::read_to_string(dir.path().join("courses/law/entry/module.toml")).unwrap();
    let draw = "draw  = [{ bank = \"entry\", count = 3 }, { bank = \"more\", count = 1 }]\n";
    assert!(module.contains(draw), "{module}");
    assert!(dir.path().join("docs/schema/questions.json").is_file());
}

#[test]
fn what_cannot_be_added_is_told_and_nothing_is_written() {
    let dir = project(authoring_course());
    let path = dir.path().to_str().unwrap();
    let before = files_below(dir.path());
    for (arguments, words) in [
        (
            vec!["module", "migration/trafficking"],
            "there is a file courses/migration/trafficking/module.toml already",
        ),
        (vec!["module", "nowhere/entry"], "there is no file courses/nowhere/course.toml"),
        (vec!["module", "migration/Entry"], "`Entry-1` is not an id"),
        (vec!["module", "migration/glossary"], "is the address of something else on the site"),
        (vec!["module", "entry"], "`entry` is not written as COURSE/MODULE"),
        (vec!["bank", "more", "--module", "migration/nothing"], "there is no module `nothing`"),
        (vec!["question", "trafficking/acts", "--kind", "cloze"], "There are two questions `acts`."),
        (
            vec!["question", "trafficking/new", "--kind", "cloze", "--objective", "tell-appart"],
            "There is no objective",
        ),
        (vec!["course", "migration"], "there is a course `migration` already"),
    ] {
        let done = plenary(["new"].iter().chain(&arguments).chain(&["--in", path]));
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        assert!(text(&done.stderr).contains(words), "{arguments:?}: {}", text(&done.stderr));
        assert_eq!(files_below(dir.path()), before, "{arguments:?}");
    }
    let kind = plenary(["new", "question", "trafficking/new", "--kind", "clozze", "--in", path]);
    assert_eq!(kind.status.code(), Some(2));
    assert!(text(&kind.stderr).contains("cloze"), "{}", text(&kind.stderr));
}

#[test]
fn a_legal_definition_is_tested_where_there_is_one() {
    let dir = project(authoring_course());
    let path = dir.path().to_str().unwrap();
    let done = plenary(["new", "question", "trafficking/tested", "--kind", "elements", "--in", path]);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let checked = plenary(["check", path, "--strict"]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
}

/// A bank before and after `check --fix`: what was mistyped, and all else as it was written.
const TO_MEND: (&str, &str) = (
    "# A bank with comments.\nformat   =   1\nid= \"trafficking\" # its name\ntilte =   \"Trafficking\"\nlanguage = \"en\"\n\n\
     [[question]]\n  id        = \"one\"\n  kind = 'single-choise'   # quoted this way\n\tobjective = \"chlid-rule\"\n\
     stem      = \"\"\"\nWhich of these\nis not an act?\"\"\"\nexplain   = \"So.\"\nsources   = [\n  \"traffiking-protocol:3(a)\", # the place\n]\n\
     options   = [\n  { key = \"a\", text = \"Receipt\", feedbak = \"It is.\" },\n  { key = \"b\", text = \"Insult\", correct = true, feedback = \"So it is.\" },\n]\n",
    "# A bank with comments.\nformat   =   1\nid= \"trafficking\" # its name\ntitle =   \"Trafficking\"\nlanguage = \"en\"\n\n\
     [[question]]\n  id        = \"one\"\n  kind = 'single-choice'   # quoted this way\n\tobjective = \"child-rule\"\n\
     stem      = \"\"\"\nWhich of these\nis *not* an act?\"\"\"\nexplain   = \"So.\"\nsources   = [\n  \"trafficking-protocol:3(a)\", # the place\n]\n\
     options   = [\n  { key = \"a\", text = \"Receipt\", feedback = \"It is.\" },\n  { key = \"b\", text = \"Insult\", correct = true, feedback = \"So it is.\" },\n]\n",
);

#[test]
fn what_is_wrong_beyond_doubt_is_mended_and_all_else_stays_as_it_was_written() {
    let dir = project(authoring_course());
    let (path, bank) = (dir.path().to_str().unwrap(), dir.path().join("questions/trafficking.toml"));
    fs::remove_file(dir.path().join("questions/trafficking.fr.toml")).unwrap();
    write(&bank, TO_MEND.0);
    let told = plenary(["check", path, "--format", "json"]);
    let report: Value = serde_json::from_slice(&told.stdout).unwrap();
    let fixes: Vec<&Value> =
        report["diagnostics"].as_array().unwrap().iter().map(|one| &one["fix"]).collect();
    let first = fixes.iter().find(|fix| fix["replacement"] == "title").unwrap();
    assert_eq!(
        (&first["title"], &first["line"], &first["column"]),
        (&Value::from("Write `title`"), &4.into(), &1.into())
    );
    assert_eq!((&first["end_line"], &first["end_column"]), (&4.into(), &6.into()));

    let before = files_below(dir.path());
    let mended = plenary(["check", path, "--fix"]);
    assert_eq!(fs::read_to_string(&bank).unwrap(), TO_MEND.1);
    let said = text(&mended.stderr);
    for line in [
        "questions/trafficking.toml:4:1: E101: Write `title`",
        "questions/trafficking.toml:9:10: E104: Write `single-choice`",
        "questions/trafficking.toml:10:14: E304: Write `child-rule`",
        "questions/trafficking.toml:13:4: W704: Write `*not*`",
        "questions/trafficking.toml:16:3: E302: Write `trafficking-protocol`",
        "questions/trafficking.toml:19:34: E101: Write `feedback`",
        "mended 6 mistakes in 1 file",
    ] {
        assert!(said.lines().any(|told| told == line), "{line} is missing in\n{said}");
    }
    assert_eq!(files_below(dir.path()), before, "nothing is left beside the file");
    let again = plenary(["check", path, "--fix"]);
    assert!(text(&again.stderr).contains("mended no mistakes in no files"), "{}", text(&again.stderr));
    assert_eq!(fs::read_to_string(&bank).unwrap(), TO_MEND.1);
}

#[test]
fn the_page_of_a_mistake_is_printed_by_its_code_and_by_its_name() {
    let by_code = plenary(["check", "--explain", "w701"]);
    assert_eq!(by_code.status.code(), Some(0));
    assert!(
        text(&by_code.stdout)
            .starts_with("W701 key-is-longest (warning)\n\nThe key is clearly the longest option.\n\n")
    );
    assert_eq!(plenary(["check", "--explain", "key-is-longest"]).stdout, by_code.stdout);
    let wrong = plenary(["check", "--explain", "key-is-lonegst"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("did you mean W701 key-is-longest?"), "{}", text(&wrong.stderr));
}

fn broken() -> tempfile::TempDir {
    let (path, line) = BROKEN;
    project(authoring_course().into_iter().map(|(file, text)| {
        let text = if file == path { text.replace(line, "sumary   =") } else { text };
        (file, text)
    }))
}

#[test]
fn the_exit_code_tells_clean_from_faulty_from_unreadable() {
    let clean = project(authoring_course());
    assert_eq!(plenary(["check", clean.path().to_str().unwrap(), "--strict"]).status.code(), Some(0));
    assert_eq!(plenary(["check", broken().path().to_str().unwrap()]).status.code(), Some(1));
    assert_eq!(plenary(["check", "/no/such/folder"]).status.code(), Some(2));
    assert_eq!(plenary(["chekc"]).status.code(), Some(2));
}

#[test]
fn a_warning_ends_in_an_error_only_where_the_check_is_strict() {
    let dir = project(authoring_course());
    let glossary = dir.path().join("courses/glossary.toml");
    let orphan = "\n[orphan]\nterm = \"orphan\"\ndefinition = \"A term that nothing links to.\"\n";
    let with_orphan = fs::read_to_string(&glossary).unwrap() + orphan;
    write(&glossary, &with_orphan);
    let path = dir.path().to_str().unwrap();
    let checked = plenary(["check", path]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    assert!(text(&checked.stdout).contains("warning["), "{}", text(&checked.stdout));
    assert_eq!(plenary(["check", path, "--strict"]).status.code(), Some(1));
}

#[test]
fn the_three_formats_name_the_same_place() {
    let dir = broken();
    let path = dir.path().to_str().unwrap();
    let json = plenary(["check", path, "--format", "json"]);
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    let all = report["diagnostics"].as_array().unwrap();
    assert_eq!(report["languages"], Value::Array(Vec::new()), "with an error there is nothing to count");
    let first = all.iter().find(|one| one["severity"] == "error").unwrap();
    for name in ["code", "severity", "message", "file", "line", "column", "end_line", "end_column", "help"] {
        assert!(!first[name].is_null(), "`{name}` is missing in {first}");
    }
    assert_eq!((&first["file"], &first["line"]), (&Value::from(BROKEN.0), &Value::from(4)));

    let place = format!("{}:{}:{}", BROKEN.0, first["line"], first["column"]);
    let short = text(&plenary(["check", path, "--format", "short"]).stdout);
    let code = first["code"].as_str().unwrap();
    assert!(short.contains(&format!("{place}: error[{code}]: ")), "{short}");
    assert_eq!(short.lines().count(), all.len());

    let human = text(&plenary(["check", path]).stdout);
    assert!(human.contains(&format!("--> {place}")), "{human}");
    assert!(human.contains("sumary   ="), "the line itself is shown: {human}");
    assert!(human.lines().last().unwrap().contains("error"), "the last line counts: {human}");
}

#[test]
fn a_check_counts_what_is_translated() {
    let dir = project(authoring_course());
    let path = dir.path().to_str().unwrap();
    let coverage = "fr: 2 of ";
    let human = text(&plenary(["check", path, "--strict"]).stdout);
    assert!(human.lines().any(|line| line.starts_with(coverage)), "{human}");
    let json = plenary(["check", path, "--format", "json"]);
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    let french = &report["languages"][0];
    assert_eq!(
        (&french["language"], &french["questions"]["translated"]),
        (&Value::from("fr"), &Value::from(2))
    );
    assert_eq!(
        (&french["courses"]["translated"], &french["courses"]["of"]),
        (&Value::from(0), &Value::from(1))
    );
    assert_eq!(text(&plenary(["check", path, "--format", "short"]).stdout), "");
}

#[test]
fn a_report_without_a_terminal_has_no_colours() {
    let dir = broken();
    let human = plenary(["check", dir.path().to_str().unwrap()]);
    assert!(!human.stdout.contains(&0x1b));
}

#[test]
fn a_check_leaves_the_project_as_it_was() {
    let dir = project(authoring_course());
    let before = files_below(dir.path());
    plenary(["check", dir.path().to_str().unwrap()]);
    assert_eq!(files_below(dir.path()), before);
}
