//! French.

use super::Notebook;

/// The texts in French.
pub(super) const TEXTS: Notebook = Notebook {
    nothing_stored: "Rien n’est encore enregistré.",
    stored: "Sur cet appareil",
    stored_answers: "Réponses",
    stored_attempts: "Tentatives",
    stored_lessons: "Leçons lues",
    stored_since: "Depuis",
    persisted: "Ce navigateur a promis de les conserver jusqu’à ce que vous les supprimiez.",
    not_persisted: "Ce navigateur n’a pas promis de les conserver\u{a0}: il peut les supprimer si la place vient à manquer.",
    persists_unknown: "Ce navigateur ne dit pas combien de temps il les conserve.",
    ask_to_persist: "Demander au navigateur de les conserver",
    persist_refused: "Le navigateur n’a pas accepté. Il accepte en général lorsque le site est installé ou souvent consulté.",
    safari: "Safari supprime tout ce qu’un site a enregistré lorsque vous ne l’avez pas consulté depuis sept jours, sauf si \
             vous l’avez ajouté à l’écran d’accueil ou au Dock. Une sauvegarde vous en protège.",
    backup: "Sauvegarder",
    backup_lead: "Une sauvegarde est un fichier unique contenant tout ce à quoi vous avez répondu ici. Rangez-le là où vous le \
                  retrouverez.",
    backup_last: "Dernière sauvegarde\u{a0}: {date}",
    backup_none: "Il n’y a pas encore de sauvegarde.",
    remind: "Me rappeler les sauvegardes",
    remind_when: "Après 20 réponses, puis lorsque la dernière sauvegarde date de plus de 14 jours.",
    restore: "Rétablir",
    restore_lead: "Choisissez des fichiers de sauvegarde de cet appareil ou d’autres, autant que vous voulez et dans n’importe \
                   quel ordre. Ce qu’ils contiennent de plus est ajouté\u{202f}; rien de ce qui est ici n’est perdu.",
    restore_files: "Fichiers de sauvegarde",
    restored_new: "Ajoutées\u{a0}: {count}",
    restored_known: "Déjà présentes\u{a0}: {count}",
    restored_too_new: "Écrites par une version plus récente et laissées telles quelles\u{a0}: {count}",
    restored_disputed: "Différentes de ce qui était ici, les deux conservées\u{a0}: {count}",
    restored_unwritten: "Non enregistrées, faute de place\u{a0}: {count}",
    restored_damaged: "Endommagées\u{a0}: {count}",
    damage: "Entrée {number}\u{a0}: {why}",
    damage_not_an_entry: "ce n’est pas une entrée",
    damage_too_long: "elle est plus longue que toute entrée et a été laissée de côté",
    damage_unreadable: "elle ne peut pas être lue et a été mise de côté",
    restored_cut: "Le fichier est tronqué. Seul ce qui est entier en a été repris.",
    refused_too_large: "Le fichier est plus grand que toute sauvegarde. Rien n’en a été repris.",
    refused_not_a_backup: "Ce n’est pas une sauvegarde de Plenary. Rien n’en a été repris.",
    refused_too_new: "Le fichier a été créé par une version plus récente de Plenary. Rechargez la page pour obtenir cette \
                      version. Rien n’en a été repris.",
    refused_unreadable: "Le navigateur n’a pas pu lire le fichier.",
    aside: "Mis de côté",
    aside_lead: "Textes enregistrés qui n’ont pas pu être lus\u{a0}: {count}. Ils figurent dans chaque sauvegarde, et vous \
                 pouvez les enregistrer à part.",
    aside_save: "Les enregistrer dans un fichier",
    delete: "Supprimer",
    delete_lead: "Ceci supprime tout ce que Plenary a enregistré dans ce navigateur\u{a0}: réponses, progression, réglages et \
                  ce qui a été conservé pour une utilisation hors ligne.",
    delete_ask: "Supprimer mes données…",
    delete_sure: "Tout supprimer définitivement\u{202f}? Personne d’autre n’en a de copie.",
    delete_do: "Tout supprimer",
    delete_not: "Conserver",
    deleted: "Tout a été supprimé. Textes enregistrés\u{a0}: {count}",
};
