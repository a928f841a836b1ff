//! What is to be written, before anything is: the files of a project with something new among them, held against `check`.

use content::template::{self, Given};
use content::{Files, check};
use domain::course::{Catalogue, Mode, Module};
use domain::question::Kind;
use domain::time::Date;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Value};

use crate::failure::Failure;

/// A project as it is, and as it is to be.
#[derive(Debug)]
pub(super) struct Plan {
    before: Files,
    after: Files,
}

/// The kinds of the first questions of a new bank: as many as mastery rests on.
const FIRST: [Kind; 3] = [Kind::SingleChoice, Kind::TrueFalse, Kind::Classify];

/// The source of a project that has none.
const FIRST_SOURCE: &str = "first-source";

/// The module of a new course.
const FIRST_MODULE: &str = "first-module";

impl Plan {
    /// A course with one module.
    pub(super) fn course(before: Files, id: &str) -> Result<Self, Failure> {
        let mut plan = Self { after: before.clone(), before };
        if plan.paths().any(|path| path.starts_with(&format!("courses/{id}/"))) {
            return Err(Failure::new(format!("there is a course `{id}` already")));
        }
        let module = plan.free(FIRST_MODULE, |name| format!("questions/{name}.toml"));
        plan.make(
            format!("courses/{id}/course.toml"),
            template::course(id, &template::title_of(id), &module),
        )?;
        plan.module_of(id, &module)?;
        Ok(plan)
    }

    /// A module of a course; `id` is both of their ids.
    pub(super) fn module(before: Files, id: &str) -> Result<Self, Failure> {
        let (course, module) = pair(id, "COURSE/MODULE")?;
        let mut plan = Self { after: before.clone(), before };
        let path = format!("courses/{course}/course.toml");
        plan.edit(&path, |document| {
            let modules = document.get_mut("modules")?.as_array_mut()?;
            push(modules, module.into());
            Some(())
        })?;
        plan.module_of(course, module)?;
        Ok(plan)
    }

    /// A bank from which a quiz of a module draws.
    pub(super) fn bank(before: Files, id: &str, module: &str) -> Result<Self, Failure> {
        let (course, name) = pair(module, "COURSE/MODULE")?;
        let mut plan = Self { after: before.clone(), before };
        let catalogue = plan.catalogue()?;
        let module = find(&catalogue, course, name)?;
        let objective = module.objectives.first().map_or("", |objective| objective.id.as_str()).to_owned();
        // Practice draws as it goes; in an assessment every question counts.
        let quiz = module
            .quizzes
            .iter()
            .position(|quiz| quiz.mode == Mode::Practice)
            .or((!module.quizzes.is_empty()).then_some(0));
        let path = format!("courses/{course}/{name}/module.toml");
        let mut draw = InlineTable::new();
        draw.insert("bank", id.into());
        draw.insert("count", 1.into());
        match quiz {
            Some(quiz) => plan.edit(&path, |document| {
                let draws = match document.get_mut("quiz")? {
                    Item::ArrayOfTables(quizzes) => quizzes.get_mut(quiz)?.get_mut("draw")?.as_array_mut()?,
                    Item::None | Item::Value(_) | Item::Table(_) => return None,
                };
                push(draws, draw.into());
                Some(())
            })?,
            None => {
                let text = plan.text(&path)?;
                let quiz = format!(
                    "\n[[quiz]]\nid    = \"check-yourself\"\ntitle = \"Check yourself\"\nmode  = \"practice\"\ndraw  = [{}]\n",
                    draw
                );
                plan.after.insert(path, with_line_feed(text) + &quiz);
            }
        }
        let source = plan.source()?;
        plan.bank_of(id, &objective, &source)?;
        Ok(plan)
    }

    /// A question at the end of a bank; `id` is both of their ids.
    pub(super) fn question(
        before: Files,
        id: &str,
        kind: &str,
        objective: Option<&str>,
    ) -> Result<Self, Failure> {
        let (bank, question) = pair(id, "BANK/QUESTION")?;
        let mut plan = Self { after: before.clone(), before };
        let path = format!("questions/{bank}.toml");
        let text = plan.text(&path)?;
        let catalogue = plan.catalogue()?;
        let first = catalogue
            .banks
            .iter()
            .find(|known| known.id.as_str() == bank)
            .and_then(|bank| bank.questions.first());
        let objective = objective.or(first.map(|question| question.objective.as_str())).unwrap_or_default();
        let source = first.and_then(|question| question.sources.first()).map(|cited| cited.source.as_str());
        let source = match source {
            Some(source) => source.to_owned(),
            None => plan.source()?,
        };
        let kind = Kind::ALL.iter().copied().find(|known| known.name() == kind).unwrap_or(Kind::SingleChoice);
        let given = Given { id: question, objective, source: &source, concept: catalogue.concepts.first() };
        let Some(made) = template::question(kind, &given) else {
            return Err(Failure::new("the project has no legal definition whose elements could be tested")
                .help("declare a concept in `courses/concepts.toml` first"));
        };
        plan.after.insert(path, format!("{}\n{made}", with_line_feed(text)));
        Ok(plan)
    }

    /// Sees to it that what is new has nothing that `check` would mention. What was wrong before is none of its business.
    pub(super) fn verify(&self, today: Date) -> Result<(), Failure> {
        let known = check(&self.before, today).diagnostics;
        let told = check(&self.after, today).diagnostics;
        // Places move when something is put in before them.
        let new = told.iter().find(|told| {
            !known.iter().any(|known| {
                (known.code, &known.file, &known.message) == (told.code, &told.file, &told.message)
            })
        });
        match new {
            None => Ok(()),
            Some(told) => {
                Err(Failure::new(format!("{}: {}", told.file, told.message)).help(told.help.clone()))
            }
        }
    }

    /// The files that are new or other than they were: path, what was there, what is to be there.
    pub(super) fn changes(&self) -> impl Iterator<Item = (&str, Option<&[u8]>, &[u8])> {
        let all = self.after.iter().map(|(path, bytes)| (path, self.before.get(path), bytes));
        all.filter(|(_, before, after)| *before != Some(*after))
    }

    fn module_of(&mut self, course: &str, module: &str) -> Result<(), Failure> {
        let source = self.source()?;
        let objective = self.free_objective(module);
        let folder = format!("courses/{course}/{module}");
        let title = template::title_of(module);
        let text = template::module(module, &title, &objective, module, FIRST.len());
        self.make(format!("{folder}/module.toml"), text)?;
        self.make(format!("{folder}/{}.md", template::LESSON), template::lesson(&objective, &source))?;
        self.bank_of(module, &objective, &source)
    }

    fn bank_of(&mut self, id: &str, objective: &str, source: &str) -> Result<(), Failure> {
        let ids = ["first-question", "second-question", "third-question"];
        let questions = FIRST.iter().zip(ids).filter_map(|(kind, id)| {
            template::question(*kind, &Given { id, objective, source, concept: None })
        });
        let questions: Vec<String> = questions.collect();
        self.make(format!("questions/{id}.toml"), template::bank(id, &template::title_of(id), &questions))
    }

    /// The id of a source; one is declared where there is none.
    fn source(&mut self) -> Result<String, Failure> {
        const PATH: &str = "courses/sources.toml";
        if self.after.get(PATH).is_none() {
            self.make(PATH.to_owned(), template::sources(FIRST_SOURCE))?;
        }
        let document = self.document(PATH)?;
        let first = document.iter().find(|(_, item)| item.is_table()).map(|(id, _)| id.to_owned());
        first.ok_or_else(|| {
            Failure::new("`courses/sources.toml` declares no source")
                .help("declare what is to be cited: `[source-id]` with `title`, `short` and `type`")
        })
    }

    fn catalogue(&self) -> Result<Catalogue, Failure> {
        // What is past on some day is no error on any.
        let day = Date::new(2000, 1, 1).map_err(|_| Failure::new("there is no first day of 2000"))?;
        check(&self.before, day).catalogue.ok_or_else(|| {
            Failure::new("the project has errors, so that nothing can be added to it")
                .help("mend what `plenary check` lists")
        })
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        self.after.iter().map(|(path, _)| path)
    }

    /// A name under which there is no file yet: itself, or with a number.
    fn free(&self, name: &str, path: impl Fn(&str) -> String) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = [name.to_owned()].into_iter().chain(numbered);
        names.find(|name| self.after.get(&path(name)).is_none()).unwrap_or_else(|| name.to_owned())
    }

    /// An id for an objective that no module has.
    fn free_objective(&self, module: &str) -> String {
        let has = |id: &str| {
            let quoted = format!("\"{id}\"");
            let modules = self.after.iter().filter(|(path, _)| path.ends_with("/module.toml"));
            modules.filter_map(|(_, bytes)| str::from_utf8(bytes).ok()).any(|text| text.contains(&quoted))
        };
        let numbered = (1..).map(|number| format!("{module}-{number}"));
        numbered.into_iter().find(|id| !has(id)).unwrap_or_else(|| module.to_owned())
    }

    fn make(&mut self, path: String, text: String) -> Result<(), Failure> {
        if self.after.get(&path).is_some() {
            return Err(Failure::new(format!("there is a file {path} already")).help("choose another id"));
        }
        self.after.insert(path, text);
        Ok(())
    }

    fn text(&self, path: &str) -> Result<String, Failure> {
        let bytes = self.after.get(path).ok_or_else(|| Failure::new(format!("there is no file {path}")))?;
        String::from_utf8(bytes.to_vec()).map_err(|_| Failure::new(format!("{path} is not UTF-8 text")))
    }

    fn document(&self, path: &str) -> Result<DocumentMut, Failure> {
        self.text(path)?.parse().map_err(|_| {
            Failure::new(format!("{path} cannot be read")).help("mend what `plenary check` lists")
        })
    }

    /// Edits a file of TOML and leaves all else in it as it was written.
    fn edit(&mut self, path: &str, edit: impl FnOnce(&mut DocumentMut) -> Option<()>) -> Result<(), Failure> {
        let mut document = self.document(path)?;
        edit(&mut document).ok_or_else(|| {
            Failure::new(format!("{path} has another form than `plenary new` can add to"))
                .help("mend what `plenary check` lists")
        })?;
        self.after.insert(path, document.to_string());
        Ok(())
    }
}

/// Adds an entry at the end of a list, in the form of the last one.
fn push(list: &mut Array, value: Value) {
    let form = list.iter().last().map(|last| last.decor().clone());
    let prefix = form.and_then(|decor| decor.prefix().and_then(|prefix| prefix.as_str()).map(str::to_owned));
    let prefix = match prefix {
        // The only entry of a list on one line has nothing before it.
        Some(prefix) if prefix.is_empty() => " ".to_owned(),
        Some(prefix) => prefix,
        None => String::new(),
    };
    list.push_formatted(value.decorated(prefix, ""));
}

fn with_line_feed(text: String) -> String {
    if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
}

/// Two ids with a stroke between them.
fn pair<'i>(id: &'i str, form: &str) -> Result<(&'i str, &'i str), Failure> {
    id.split_once('/')
        .filter(|(one, other)| !one.is_empty() && !other.is_empty())
        .ok_or_else(|| Failure::new(format!("`{id}` is not written as {form}")))
}

fn find<'c>(catalogue: &'c Catalogue, course: &str, module: &str) -> Result<&'c Module, Failure> {
    let course = catalogue.courses.iter().find(|known| known.id.as_str() == course);
    let modules = course.map(|course| course.modules.as_slice()).unwrap_or_default();
    let found = modules.iter().find(|known| known.id.as_str() == module);
    found.ok_or_else(|| Failure::new(format!("there is no module `{module}` in this course")))
}
