-- An event that changes no row may tell of a fiche: « rien de neuf » is said of one.
GRANT INSERT (fiche_action_id) ON journal TO copilote_app;
