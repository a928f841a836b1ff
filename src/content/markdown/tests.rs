//! What Markdown becomes, and what of it is refused.

use domain::time::Date;

use crate::{Files, check};

const SOURCES: &str = "format = 1\n\
    [protocol]\ntitle = \"A protocol\"\nshort = \"Smuggling & <Protocol>\"\ntype = \"treaty\"\n\
    [report]\ntitle = \"A report\"\nshort = \"Report\"\ntype = \"report\"\n";
const GLOSSARY: &str =
    "format = 1\n[smuggling]\nterm = \"smuggling <of> migrants\"\ndefinition = \"For gain.\"\n";
const COURSE: &str = "format = 1\nid = \"law\"\ntitle = \"Law\"\nsummary = \"All of it.\"\nlanguage = \"en\"\nmodules = [\"borders\"]\n";
const MODULE: &str = "format = 1\nid = \"borders\"\ntitle = \"Borders\"\nsummary = \"All of them.\"\n\
    objectives = [{ id = \"cross\", text = \"Cross\" }]\nlessons = [\"one.md\", \"two.md\"]\n";

/// The lesson that is made of a text; nothing where the text has an error.
fn written(text: &str) -> Option<domain::course::Lesson> {
    let front = "+++\ntitle = \"One\"\nobjectives = [\"cross\"]\n+++\n";
    let files: Files = [
        ("courses/sources.toml", SOURCES.to_owned()),
        ("courses/glossary.toml", GLOSSARY.to_owned()),
        ("courses/law/course.toml", COURSE.to_owned()),
        ("courses/law/borders/module.toml", MODULE.to_owned()),
        ("courses/law/borders/one.md", format!("{front}{text}")),
        ("courses/law/borders/two.md", format!("{front}Two.")),
    ]
    .into_iter()
    .collect();
    let catalogue = check(&files, Date::new(2026, 11, 21).unwrap()).catalogue?;
    catalogue.courses[0].modules[0].lessons.first().cloned()
}

#[track_caller]
fn check_html(text: &str, expect: &str) {
    assert_eq!(written(text).expect(text).body.as_str(), expect);
}

#[track_caller]
fn check_refused(text: &str) {
    assert_eq!(written(text), None, "{text}");
}

#[test]
fn paragraphs_lists_and_quotations_are_plain_elements() {
    check_html(
        "One *two* **three** `<four>`\\\nfive.",
        "<p>One <em>two</em> <strong>three</strong> <code>&lt;four&gt;</code><br>five.</p>",
    );
    check_html("- one\n- two", "<ul><li>one</li><li>two</li></ul>");
    check_html("3. one\n4. two", "<ol start=\"3\"><li>one</li><li>two</li></ol>");
    check_html("> said", "<blockquote><p>said</p></blockquote>");
    check_html("```\n[[x]] {y} <z>\n```", "<pre><code>[[x]] {y} &lt;z&gt;\n</code></pre>");
}

#[test]
fn text_is_escaped() {
    check_html("5 < 6 & \"7\" &lt;b&gt; \\<i\\>", "<p>5 &lt; 6 &amp; &quot;7&quot; &lt;b&gt; &lt;i&gt;</p>");
    check_html("a\u{202e}b", "<p>a\u{fffd}b</p>");
}

#[test]
fn a_term_is_a_link_with_its_own_words_or_the_authors() {
    check_html(
        "[[smuggling]]",
        "<p><a class=\"term\" href=\"plenary:term/smuggling\">smuggling &lt;of&gt; migrants</a></p>",
    );
    check_html(
        "[[smuggling|*this* crime]]",
        "<p><a class=\"term\" href=\"plenary:term/smuggling\"><em>this</em> crime</a></p>",
    );
    check_html("\\[\\[smuggling]] `[[smuggling]]`", "<p>[[smuggling]] <code>[[smuggling]]</code></p>");
    check_html(
        "| a |\n|---|\n| [[smuggling\\|words]] |",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table><thead><tr><th scope=\"col\">a</th></tr></thead>\
         <tbody><tr><td><a class=\"term\" href=\"plenary:term/smuggling\">words</a></td></tr></tbody></table></div>",
    );
}

#[test]
fn a_citation_reads_as_the_source_is_called() {
    check_html(
        "So {protocol:3(a)}, {report:12} {protocol}.",
        "<p>So <a class=\"cite\" href=\"plenary:source/protocol\">Smuggling &amp; &lt;Protocol&gt;, art. 3(a)</a>, \
         <a class=\"cite\" href=\"plenary:source/report\">Report, 12</a> \
         <a class=\"cite\" href=\"plenary:source/protocol\">Smuggling &amp; &lt;Protocol&gt;</a>.</p>",
    );
    check_html(
        "{protocol:3[a]}",
        "<p><a class=\"cite\" href=\"plenary:source/protocol\">Smuggling &amp; &lt;Protocol&gt;, art. 3[a]</a></p>",
    );
    check_html("\\{protocol} &#123;protocol} { a } {1}", "<p>{protocol} {protocol} { a } {1}</p>");
}

#[test]
fn links_lead_out_or_to_a_lesson() {
    check_html(
        "[a](https://un.org/?a=1&b=2 \"The 'UN'\") <desk@un.org>",
        "<p><a href=\"https://un.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\" title=\"The &#39;UN&#39;\">a</a> \
         <a href=\"mailto:desk@un.org\" rel=\"noopener noreferrer\">desk@un.org</a></p>",
    );
    check_html("[on](two.md)", "<p><a href=\"plenary:lesson/law/borders/two\">on</a></p>");
    check_html("[on](../borders/two.md)", "<p><a href=\"plenary:lesson/law/borders/two\">on</a></p>");
}

#[test]
fn headings_have_anchors_of_their_own() {
    check_html(
        "## For a *child*\n\n### {report}\n\n## For a child!\n\n## Été",
        "<h2 id=\"h-for-a-child\">For a <em>child</em></h2>\
         <h3 id=\"h-report\"><a class=\"cite\" href=\"plenary:source/report\">Report</a></h3>\
         <h2 id=\"h-for-a-child-2\">For a child!</h2><h2 id=\"h-été\">Été</h2>",
    );
}

#[test]
fn each_box_has_its_title() {
    for (kind, class, title) in [
        ("NOTE", "note", "Note"),
        ("IMPORTANT", "important", "To remember"),
        ("WARNING", "warning", "Often confused"),
        ("TIP", "tip", "In practice"),
        ("CAUTION", "caution", "Since then"),
    ] {
        check_html(
            &format!("> [!{kind}]\n> So."),
            &format!(
                "<aside class=\"box box-{class}\" role=\"note\"><p class=\"box-title\">{title}</p><p>So.</p></aside>"
            ),
        );
    }
}

#[test]
fn rows_have_heads_where_the_first_head_is_empty() {
    check_html(
        "## Who\n\n| | a | b |\n|---|:-:|--:|\n| c | 1 | 2 |\n| | 3 | 4 |",
        "<h2 id=\"h-who\">Who</h2><div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table: Who\"><table><thead><tr>\
         <td></td><th scope=\"col\" class=\"align-center\">a</th><th scope=\"col\" class=\"align-end\">b</th></tr></thead><tbody>\
         <tr><th scope=\"row\">c</th><td class=\"align-center\">1</td><td class=\"align-end\">2</td></tr>\
         <tr><td></td><td class=\"align-center\">3</td><td class=\"align-end\">4</td></tr></tbody></table></div>",
    );
}

#[test]
fn two_tables_below_one_heading_have_names_of_their_own() {
    let table = "| a |\n|---|\n| 1 |\n";
    let html = written(&format!("{table}\n\n{table}")).unwrap().body;
    assert!(
        html.as_str().contains("aria-label=\"Table\"") && html.as_str().contains("aria-label=\"Table 2\"")
    );
}

#[test]
fn words_are_counted_as_they_are_read() {
    assert_eq!(written("One *two* [three](https://un.org) {report:12} `five`.").unwrap().words, 7);
}

#[test]
fn nothing_that_could_run_is_let_through() {
    for text in [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "<!-- hidden -->",
        "<?php ?>",
        "<![CDATA[x]]>",
        "[x](javascript:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x](java&#10;script:alert(1))",
        "[x](<java script:alert(1)>)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "[x](plenary:term/smuggling)",
        "[x](https:\\\\un.org)",
    ] {
        check_refused(text);
    }
}

#[test]
fn only_known_elements_and_attributes_are_written() {
    let html = written(
        "## A\n\n[a](https://un.org) [[smuggling]] {report}\n\n> [!TIP]\n> x\n\n| a | b |\n|---|---|\n| c | d |\n\n1. x\n\n---\n\n`y`",
    );
    let html = html.unwrap().body;
    for tag in html.as_str().split('<').skip(1) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(
            [
                "h2", "p", "a", "aside", "div", "table", "thead", "tbody", "tr", "th", "td", "ol", "li",
                "hr", "code"
            ]
            .contains(&name.as_str()),
            "{name}"
        );
    }
}
