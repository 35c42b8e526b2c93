/** Said when nothing could be sent. */
export const COUPURE = 'Connexion interrompue\u00A0: votre saisie est gardée et s’enregistrera à son retour.'
