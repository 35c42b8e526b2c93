/** What the kit says of a sending, once for every form. */

export const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là : vérifiez le réseau, puis enregistrez de nouveau.'

/** Of what saves by itself, and is kept on the device meanwhile. */
export const COUPURE_GARDEE =
  'Connexion interrompue : votre texte est gardé sur cet appareil et s’enregistrera à son retour.'

export const SESSION_FINIE =
  'Votre session a pris fin. Votre saisie est toujours là : reconnectez-vous dans un autre onglet, puis réessayez ici.'

export const RIEN = 'Rien n’est enregistré'
export const DEUX_VERSIONS = 'Quelqu’un a enregistré entre-temps'
