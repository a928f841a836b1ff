//! Spanish.

use super::Page;
use crate::Plural;

/// The texts in Spanish.
pub(super) const TEXTS: Page = Page {
    skip: "Ir al contenido",
    you_are_here: "Usted está aquí",
    languages: "Idioma",
    about_the_course: "Acerca del curso",
    kept_here: "Sus respuestas se conservan en este navegador y en ningún otro lugar.",

    courses: "Cursos",
    module_count: Plural::spanish("{count} módulo", "{count} de módulos", "{count} módulos"),
    lesson_count: Plural::spanish("{count} lección", "{count} de lecciones", "{count} lecciones"),
    quiz_count: Plural::spanish("{count} cuestionario", "{count} de cuestionarios", "{count} cuestionarios"),

    module_of: "Módulo {number} de {whole}",
    event: "Acto",
    date: "Fecha",
    place: "Lugar",
    held_by: "Organizado por",
    source: "Fuente",
    take_first: "Antes conviene seguir",
    list_separator: ", ",
    lessons: "Lecciones",
    quizzes: "Cuestionarios",
    able_to: "Lo que usted sabrá hacer",

    lesson_of: "Lección {number} de {whole}",
    about_minutes: Plural::spanish("alrededor de {count} minuto", "alrededor de {count} de minutos", "alrededor de {count} minutos"),
    ways_on: "Lecciones",
    previous_lesson: "Lección anterior",
    next_lesson: "Lección siguiente",
    next_quiz: "Cuestionario",

    practice: "Práctica",
    assessment: "Evaluación",
    question_count: Plural::spanish("{count} pregunta", "{count} de preguntas", "{count} preguntas"),
    pass_mark: "puntuación mínima: {share}",
    feedback_each: "comentarios después de cada respuesta",
    feedback_end: "comentarios al final",
    percent: "{number}\u{a0}%",
    on_their_way: "Se están cargando las preguntas.",
    did_not_arrive: "Las preguntas no han llegado. Compruebe la conexión y vuelva a cargar la página; todas sus respuestas se conservan.",
    no_scripts: "Para responder a las preguntas se necesitan scripts, que este navegador no ejecuta. Las lecciones de «{module}» se pueden \
                 leer sin ellos.",

    glossary: "Glosario",
    glossary_about: Plural::spanish(
        "{count} término de «{course}», con el texto que lo define",
        "{count} de términos de «{course}», cada uno con el texto que lo define",
        "{count} términos de «{course}», cada uno con el texto que lo define",
    ),
    also: "También: {names}",
    working_term: "Término de trabajo: ningún instrumento lo define.",
    confused_with: "Se confunde a menudo con",

    sources: "Fuentes",
    sources_about: Plural::spanish(
        "{count} fuente citada en «{course}»",
        "{count} de fuentes citadas en «{course}»",
        "{count} fuentes citadas en «{course}»",
    ),
    treaty: "Tratado",
    soft_law: "Instrumento no vinculante",
    report: "Informe",
    programme: "Programa",
    statistics: "Estadísticas",
    adopted: "aprobación: {date}",
    in_force: "en vigor desde: {date}",
    published: "publicación: {date}",
    depositary: "depositario: {name}",
    official_text: "Texto oficial",
    another_site: "(otro sitio)",

    no_such_page: "Esta página no existe",
    why_no_page: "Puede que la dirección contenga un error o que la página haya cambiado de nombre.",
    no_page_here: "No hay ninguna página en esta dirección.",
    one_level_up: "Un nivel más arriba",
    to_the_courses: "A los cursos",

    your_data: "Sus datos",
    your_data_lead: "Sus respuestas se conservan en este navegador y en ningún otro lugar. Aquí puede guardarlas en un archivo y \
                     restaurarlas.",
    your_data_about: "Lo que está guardado en este dispositivo y las formas de conservarlo.",
    progress: "Su progreso",
    review: "Repaso",
    drills: "Ejercicios",
    record: "Constancia de logros",
    one_moment: "Un momento.",
    needs_scripts: "Esta página necesita scripts, que este navegador no ejecuta.",
};
