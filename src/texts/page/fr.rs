//! French.

use super::Page;
use crate::Plural;

/// The texts in French.
pub(super) const TEXTS: Page = Page {
    skip: "Aller au contenu",
    you_are_here: "Vous êtes ici",
    languages: "Langue",
    about_the_course: "À propos du cours",
    kept_here: "Vos réponses sont conservées dans ce navigateur et nulle part ailleurs.",

    courses: "Cours",
    module_count: Plural::french("{count} module", "{count} de modules", "{count} modules"),
    lesson_count: Plural::french("{count} leçon", "{count} de leçons", "{count} leçons"),
    quiz_count: Plural::french("{count} quiz", "{count} de quiz", "{count} quiz"),

    module_of: "Module {number} sur {whole}",
    event: "Manifestation",
    date: "Date",
    place: "Lieu",
    held_by: "Organisée par",
    source: "Source",
    take_first: "À suivre d’abord",
    list_separator: ", ",
    lessons: "Leçons",
    quizzes: "Quiz",
    able_to: "Ce que vous saurez faire",

    lesson_of: "Leçon {number} sur {whole}",
    about_minutes: Plural::french("environ {count} minute", "environ {count} de minutes", "environ {count} minutes"),
    ways_on: "Leçons",
    previous_lesson: "Leçon précédente",
    next_lesson: "Leçon suivante",
    quiz: "Quiz",

    practice: "Entraînement",
    assessment: "Évaluation",
    question_count: Plural::french("{count} question", "{count} de questions", "{count} questions"),
    pass_mark: "seuil de réussite\u{a0}: {share}",
    feedback_each: "commentaires après chaque réponse",
    feedback_end: "commentaires à la fin",
    percent: "{number}\u{202f}%",
    on_their_way: "Les questions sont en cours de chargement.",
    did_not_arrive: "Les questions ne sont pas arrivées. Vérifiez la connexion, puis rechargez la page\u{202f}; toutes vos réponses sont \
                     conservées.",
    no_scripts: "Répondre aux questions nécessite des scripts, que ce navigateur n’exécute pas. Les leçons du module «\u{202f}{module}\u{202f}» \
                 peuvent être lues sans scripts.",

    glossary: "Glossaire",
    glossary_about: Plural::french(
        "{count} terme de «\u{202f}{course}\u{202f}», avec le texte qui le définit",
        "{count} de termes de «\u{202f}{course}\u{202f}», chacun avec le texte qui le définit",
        "{count} termes de «\u{202f}{course}\u{202f}», chacun avec le texte qui le définit",
    ),
    also: "Autres noms\u{a0}: {names}",
    working_term: "Terme de travail\u{a0}: aucun instrument ne le définit.",
    confused_with: "Souvent confondu avec",

    sources: "Sources",
    sources_about: Plural::french(
        "{count} source citée par «\u{202f}{course}\u{202f}»",
        "{count} de sources citées par «\u{202f}{course}\u{202f}»",
        "{count} sources citées par «\u{202f}{course}\u{202f}»",
    ),
    treaty: "Traité",
    soft_law: "Instrument non contraignant",
    report: "Rapport",
    programme: "Programme",
    statistics: "Statistiques",
    adopted: "adoption\u{a0}: {date}",
    in_force: "en vigueur depuis\u{a0}: {date}",
    published: "publication\u{a0}: {date}",
    depositary: "dépositaire\u{a0}: {name}",
    official_text: "Texte officiel",
    another_site: "(autre site)",

    no_such_page: "Cette page n’existe pas",
    why_no_page: "L’adresse contient peut-être une erreur, ou la page a changé de nom.",
    no_page_here: "Il n’y a pas de page à cette adresse.",
    one_level_up: "Niveau supérieur",
    to_the_courses: "Vers les cours",

    your_data: "Vos données",
    your_data_lead: "Vos réponses sont conservées dans ce navigateur et nulle part ailleurs. Vous pouvez ici les enregistrer dans un fichier \
                     et les restaurer.",
    your_data_about: "Ce qui est enregistré sur cet appareil, et les moyens de le conserver.",
    progress: "Votre progression",
    review: "Révision",
    drills: "Exercices",
    record: "Relevé d’acquis",

    new_version: "Une nouvelle version est disponible.",
    use_it_now: "L’utiliser maintenant",
    offline_use: "Utilisation hors ligne",
    keep: "Conserver pour une utilisation hors ligne ({size})",
    keeping: "Enregistrement du module pour une utilisation hors ligne",
    kept_so_far: "Déjà enregistré",
    kept: "Conservé sur cet appareil",
    keep_no_longer: "Supprimer",
    keep_full: "L’espace est insuffisant sur cet appareil\u{a0}: rien du module n’a été conservé.",
    keep_failed: "Tout n’est pas arrivé\u{202f}; rien n’a donc été conservé. Vérifiez la connexion, puis réessayez.",
    kilobytes: "{number}\u{a0}ko",
    megabytes: "{number}\u{a0}Mo",
    not_on_device: "Cette page n’est pas sur cet appareil",
    why_not_on_device: "Il n’y a pas de connexion, et cette page n’a été ni ouverte ni conservée ici auparavant. Elle s’affichera dès que le site sera joignable.",
    none_kept: "Un module peut être conservé pour une utilisation hors ligne depuis sa page. Aucun n’est encore conservé.",
    kept_modules: "Conservés sur cet appareil\u{a0}:",
    not_on_device_about: "Ce qui s’affiche sans connexion à la place d’une page qui n’a pas été conservée.",

    one_moment: "Un instant.",
    page_did_not_arrive: "Le contenu de cette page n’est pas arrivé. Vérifiez la connexion, puis rechargez la page\u{202f}; toutes vos réponses sont conservées.",
    needs_scripts: "Cette page nécessite des scripts, que ce navigateur n’exécute pas.",
    review_lead: "Ce que vous avez appris revient juste avant que vous ne l’oubliiez\u{a0}: quelques cartes par jour, jamais une pile.",
    review_about: "Les questions et les termes qui reviennent aujourd’hui.",
    drills_lead: "Ce que l’on confond facilement, côte à côte\u{a0}: dix questions, aussi souvent que vous voulez. Elles ne comptent pas.",
    drills_about: "Exercices sur les termes et les règles que l’on confond facilement.",

    progress_lead: "Ce que vous avez lu, ce que vos quiz ont donné et à quel point vous maîtrisez chaque objectif. Tout est calculé à partir de vos réponses, sur cet appareil.",
    progress_about: "Où vous en êtes dans ce cours.",
    record_lead: "Ce que vous avez terminé dans ce cours, à imprimer ou à enregistrer en PDF.",
    record_about: "Un relevé de ce qui a été acquis dans ce cours.",
};
