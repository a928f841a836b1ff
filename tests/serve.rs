//! The server from outside, as a browser and as an author sees it.

use std::fs;
use std::net::TcpListener;

use crate::workbench::{Server, authoring_course, project, write};

#[test]
fn a_site_is_served_with_the_right_media_types_and_headers() {
    let dir = project(authoring_course());
    let server = Server::start(dir.path(), &["--port", "0"]);
    let entrance = server.get("/");
    assert_eq!((entrance.status, entrance.header("content-type")), (200, "text/html; charset=utf-8"));
    let text = entrance.text();
    let of_page =
        text.split_once("Content-Security-Policy\" content=\"").unwrap().1.split('"').next().unwrap();
    let of_server = entrance.header("content-security-policy");
    assert!(of_page.contains("default-src 'none'") && of_server.starts_with(of_page), "{of_server}");
    assert_eq!(entrance.header("x-content-type-options"), "nosniff");
    assert_eq!(entrance.header("cache-control"), "no-cache");

    let page = server.get("/migration/trafficking/check-yourself/").text();
    let asset = |ending: &str| {
        let end = page.find(&format!("{ending}\"")).unwrap() + ending.len();
        let start = page[..end].rfind("=\"../../../").unwrap() + "=\"../../..".len();
        server.get(&page[start..end])
    };
    let wasm = asset(".wasm");
    assert_eq!((wasm.status, wasm.header("content-type")), (200, "application/wasm"));
    assert!(wasm.body.starts_with(b"\0asm"));
    assert_eq!(asset(".js").header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(asset(".json").header("content-type"), "application/json; charset=utf-8");

    let folder = server.get("/migration/trafficking");
    assert_eq!((folder.status, folder.header("location")), (307, "/migration/trafficking/"));
    assert_eq!(server.get("/migration/trafficking/").status, 200);
    assert_eq!(server.get("/no/such/page").status, 404);
    assert_eq!(server.get("/../Cargo.toml").status, 404);
    assert_eq!(server.ask("POST", "/", &server.address).status, 405);
}

#[test]
fn a_page_of_somebody_else_cannot_reach_the_server_under_a_name_of_its_own() {
    let dir = project(authoring_course());
    let server = Server::start(dir.path(), &["--port", "0"]);
    assert_eq!(server.ask("GET", "/", "evil.example").status, 403);
    assert_eq!(server.ask("GET", "/-/events", "evil.example:8017").status, 403);
    assert_eq!(server.ask("GET", "/", "localhost").status, 200);
}

#[test]
fn a_mistake_is_told_and_the_last_good_site_stays_until_it_is_mended() {
    let dir = project(authoring_course());
    let course = dir.path().join("courses/migration/course.toml");
    let good = fs::read_to_string(&course).unwrap();
    let server = Server::start(dir.path(), &["--port", "0"]);
    let mut news = server.news();
    let first = news.next().unwrap();
    assert_eq!(first["troubles"].as_array().unwrap().len(), 0);

    write(&course, &good.replace("title ", "tilte "));
    let told = news.find(|told| !told["troubles"].as_array().unwrap().is_empty()).unwrap();
    assert_eq!(told["build"], first["build"]);
    let trouble = &told["troubles"][0];
    assert!(trouble["place"].as_str().unwrap().starts_with("courses/migration/course.toml:"), "{trouble}");
    assert!(
        !trouble["message"].as_str().unwrap().is_empty() && !trouble["help"].as_str().unwrap().is_empty()
    );
    assert!(server.get("/").text().contains("Migration law"));

    write(&course, &good.replace("Migration law", "Migration law, mended"));
    let told = news.find(|told| told["build"] != first["build"]).unwrap();
    assert_eq!(told["troubles"].as_array().unwrap().len(), 0);
    let page = server.get("/").text();
    assert!(page.contains("Migration law, mended"));
    assert!(page.contains(&format!("/-/dev.js?build={}", told["build"].as_str().unwrap())));
}

#[test]
fn a_folder_that_goes_away_is_told_and_the_last_good_site_stays_until_it_is_back() {
    let dir = project(authoring_course());
    let (courses, away) = (dir.path().join("courses"), dir.path().join("away"));
    let server = Server::start(dir.path(), &["--port", "0"]);
    let mut news = server.news();
    let first = news.next().unwrap();

    fs::rename(&courses, &away).unwrap();
    let told = news.find(|told| !told["troubles"].as_array().unwrap().is_empty()).unwrap();
    assert_eq!((&told["build"], &told["troubles"][0]["label"]), (&first["build"], &"not built".into()));
    assert!(
        told["troubles"][0]["message"].as_str().unwrap().contains("there is no folder `courses`"),
        "{told}"
    );
    assert_eq!(server.get("/migration/trafficking/").status, 200);

    fs::rename(&away, &courses).unwrap();
    news.find(|told| told["troubles"].as_array().unwrap().is_empty()).unwrap();
    assert_eq!(server.get("/migration/trafficking/").status, 200);
}

#[test]
fn a_file_that_is_no_text_is_told_and_the_last_good_site_stays() {
    let dir = project(authoring_course());
    let bank = dir.path().join("questions/trafficking.toml");
    let server = Server::start(dir.path(), &["--port", "0"]);
    let mut news = server.news();
    let first = news.next().unwrap();
    fs::write(&bank, b"format = 1\nid = \"\xff\xfe\"\n").unwrap();
    let told = news.find(|told| !told["troubles"].as_array().unwrap().is_empty()).unwrap();
    assert_eq!(told["build"], first["build"]);
    assert!(
        told["troubles"].as_array().unwrap().iter().any(|trouble| trouble["label"] == "error[E001]"),
        "{told}"
    );
    assert_eq!(server.get("/migration/trafficking/check-yourself/").status, 200);
}

#[test]
fn a_project_that_was_never_good_is_served_as_the_list_of_its_mistakes() {
    let dir = project(authoring_course());
    let course = dir.path().join("courses/migration/course.toml");
    let good = fs::read_to_string(&course).unwrap();
    write(&course, "format = 1\n");
    let server = Server::start(dir.path(), &["--port", "0"]);
    let page = server.get("/migration/trafficking/");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("courses/migration/course.toml:"), "{}", page.text());
    let mut news = server.news();
    let first = news.next().unwrap();
    write(&course, &good);
    news.find(|told| told["build"] != first["build"]).unwrap();
    assert_eq!(server.get("/migration/trafficking/").status, 200);
}

#[test]
fn nothing_is_kept_between_an_author_and_her_pages() {
    let dir = project(authoring_course());
    let server = Server::start(dir.path(), &["--port", "0"]);
    let page = server.get("/migration/trafficking/").text();
    assert!(!page.contains("rel=\"manifest\"") && !page.contains("data-keep"), "{page}");
    // A worker of a built site that once stood at this address asks for its successor, and gets one that leaves.
    let worker = server.get("/sw.js");
    assert_eq!((worker.status, worker.header("content-type")), (200, "text/javascript; charset=utf-8"));
    assert!(worker.text().contains("registration.unregister()") && !worker.text().contains("\"fetch\""));
}

#[test]
fn a_port_that_is_taken_is_passed_over() {
    let dir = project(authoring_course());
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let server = Server::start(dir.path(), &["--port", &port.to_string()]);
    assert_ne!(server.address, format!("127.0.0.1:{port}"));
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn the_scripts_of_the_server_are_files_of_their_own() {
    let dir = project(authoring_course());
    let server = Server::start(dir.path(), &["--port", "0"]);
    assert_eq!(server.get("/-/dev.js").header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(server.get("/-/dev.css").header("content-type"), "text/css; charset=utf-8");
}
