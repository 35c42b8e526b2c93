/** '14 h 05' in Europe/Paris: when something was saved. */
export function formatHeure(instant: Date): string {
  const texte = new Intl.DateTimeFormat('fr-FR', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Paris',
  }).format(instant)
  return texte.replace(':', '\u00A0h\u00A0')
}
