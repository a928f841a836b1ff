//! French.

use super::Reader;
use crate::Plural;

/// The texts in French.
pub(super) const TEXTS: Reader = Reader {
    percent: "{number}\u{202f}%",
    points_of: Plural::french(
        "{earned} sur {count} point",
        "{earned} sur {count} de points",
        "{earned} sur {count} points",
    ),
    amount_of: "{earned} sur {possible}",

    state_read: "lue",
    state_answered: "{answered} réponses données sur {all}",
    state_best: "meilleur résultat\u{a0}: {share}",
    state_module: "leçons lues\u{a0}: {read} sur {lessons}, quiz terminés\u{a0}: {finished} sur {quizzes}",

    broken: "Une erreur s’est produite dans cette page. Vos réponses sont conservées\u{a0}: rechargez la page pour continuer.",
    storage_blocked: "Ce navigateur n’autorise pas la page à enregistrer des données. Vous pouvez continuer, mais vos \
                      réponses ne seront conservées que jusqu’à la fermeture de la page. Une fenêtre qui n’est pas en navigation \
                      privée, ou un autre navigateur, permet de les conserver.",
    storage_full: Plural::french(
        "L’espace de stockage de ce navigateur est plein\u{a0}: {count} entrée n’est pas enregistrée et sera perdue à la fermeture \
         de la page. Libérez de l’espace, par exemple en supprimant les données d’autres sites\u{202f}; Plenary réessaiera \
         à votre prochaine réponse.",
        "L’espace de stockage de ce navigateur est plein\u{a0}: {count} d’entrées ne sont pas enregistrées et seront perdues à la \
         fermeture de la page. Libérez de l’espace, par exemple en supprimant les données d’autres sites\u{202f}; Plenary \
         réessaiera à votre prochaine réponse.",
        "L’espace de stockage de ce navigateur est plein\u{a0}: {count} entrées ne sont pas enregistrées et seront perdues à la \
         fermeture de la page. Libérez de l’espace, par exemple en supprimant les données d’autres sites\u{202f}; Plenary \
         réessaiera à votre prochaine réponse.",
    ),
    set_aside: Plural::french(
        "{count} entrée enregistrée n’a pas pu être lue\u{202f}; elle a été mise de côté et non supprimée. Tout le reste est là et \
         vous pouvez continuer.",
        "{count} d’entrées enregistrées n’ont pas pu être lues\u{202f}; elles ont été mises de côté et non supprimées. Tout le \
         reste est là et vous pouvez continuer.",
        "{count} entrées enregistrées n’ont pas pu être lues\u{202f}; elles ont été mises de côté et non supprimées. Tout le \
         reste est là et vous pouvez continuer.",
    ),
    too_new: Plural::french(
        "{count} entrée enregistrée provient d’une version plus récente de Plenary et a été laissée telle quelle. Rechargez la \
         page pour obtenir cette version.",
        "{count} d’entrées enregistrées proviennent d’une version plus récente de Plenary et ont été laissées telles quelles. \
         Rechargez la page pour obtenir cette version.",
        "{count} entrées enregistrées proviennent d’une version plus récente de Plenary et ont été laissées telles quelles. \
         Rechargez la page pour obtenir cette version.",
    ),
    saved_no_backup: "Enregistré sur cet appareil · pas encore de sauvegarde",
    saved_today: "Enregistré sur cet appareil · dernière sauvegarde aujourd’hui",
    saved_days: Plural::french(
        "Enregistré sur cet appareil · dernière sauvegarde il y a {count} jour",
        "Enregistré sur cet appareil · dernière sauvegarde il y a {count} de jours",
        "Enregistré sur cet appareil · dernière sauvegarde il y a {count} jours",
    ),
    not_saved: "Non enregistré sur cet appareil",
    backup_due: "Vos réponses ne se trouvent que dans ce navigateur. Une sauvegarde est un fichier qui les contient toutes et \
                 que vous pouvez rétablir sur n’importe quel appareil.",
    backup_now: "Sauvegarder maintenant",
    later: "Plus tard",
    do_not_remind: "Ne plus me le rappeler",
    backup_made: "La sauvegarde est faite\u{a0}: {name}",

    close: "Fermer",
    sources: Plural::french("Source", "Sources", "Sources"),

    no_questions: "Ce quiz ne comporte aucune question qui puisse être posée pour l’instant.",
    on_their_way: "Les questions sont en cours de chargement.",
    your_best: "Votre meilleur résultat\u{a0}: {share}.",
    begin: "Commencer",
    begin_again: "Recommencer",
    see_last_result: "Voir le dernier résultat",
    unreachable: "Le site est injoignable. Vérifiez la connexion, puis réessayez.",
    not_there: "Ces questions ne sont plus sur le site, qui a été publié de nouveau. Rechargez la page.",
    unreadable: "Les questions sont arrivées endommagées. Réessayez\u{202f}; si le problème persiste, signalez-le aux responsables \
                 du site.",
    all_is_kept: "Toutes vos réponses sont conservées.",
    try_again: "Réessayer",

    question_of: "Question {number} sur {whole}",
    question: "Question {number}",
    as_of: "Situation en {year}",
    held_by: "Opinion défendue par\u{a0}: {who}",
    choose_all: "Choisissez toutes les réponses qui conviennent.",
    says_true: "Vrai",
    says_false: "Faux",
    choose_answer: "Choisissez une réponse",
    in_use: "déjà utilisée",
    facts: "Les faits",
    elements_of: "Éléments\u{a0}: {term}",
    not_needed: "Non requis si\u{a0}:",
    met: "Établi",
    not_met: "Non établi",
    unclear: "Faits insuffisants",
    conclusion: "Conclusion",

    check_answer: "Vérifier la réponse",
    next_question: "Question suivante",
    see_result: "Voir le résultat",
    save_and_go_on: "Enregistrer et continuer",
    leave_for_now: "Laisser pour l’instant",
    hand_in: "Remettre",
    back: "Retour",
    still_open: Plural::french(
        "{count} question est encore sans réponse\u{a0}:",
        "{count} de questions sont encore sans réponse\u{a0}:",
        "{count} questions sont encore sans réponse\u{a0}:",
    ),
    not_ready: "Il reste un choix à faire. Rien n’a été noté.",
    answer_saved: "Réponse enregistrée.",
    finished: "Terminé\u{a0}: {share}.",

    right: "Correct",
    partly_right: "Partiellement correct",
    not_right: "Incorrect",
    not_answered: "Sans réponse",
    right_answer: "bonne réponse",
    decided_right: "Correct\u{a0}: ",
    decided_wrong: "Incorrect\u{a0}: ",
    not_chosen: "Non choisi",
    instead: "Bonne réponse\u{a0}:",
    revised: "Cette question a été révisée après votre réponse\u{202f}; votre résultat antérieur est conservé.",

    your_result: "Votre résultat",
    passed: "Réussi. Le seuil de réussite est de {share}.",
    not_passed: "Pas encore réussi. Le seuil de réussite est de {share}.",
    take_again: "Refaire le quiz",
    back_to_module: "Retour au module",
    by_objective: "Par objectif",
    objective: "Objectif",
    points: "Points",
    share: "Part",
    your_answers: "Vos réponses",
};
