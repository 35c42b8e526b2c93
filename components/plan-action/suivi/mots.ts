export const NON_ENREGISTRE =
  'Non enregistré. Vérifiez la connexion, puis réessayez\u00A0: rien de votre saisie n’est perdu.'
