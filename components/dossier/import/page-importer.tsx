import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { formatListe } from '@/lib/platform/typographie'
import { ImporterDossier } from './importer'

/**
 * Brings in a whole convention from its document.
 * @param props.cafs Cafs this person may import for; null for all
 */
export function PageImporter({ cafs }: { cafs: string[] | null }) {
  return (
    <div className="page">
      <PageHeader titre="Importer un dossier" fil={[{ label: 'Mes conventions', href: '/portefeuille' }]} />
      <Panneau
        titre="Une convention entière, en un document"
        sousTitre="Tout est importé, ou rien. S’il faut corriger, chaque point est indiqué avec sa place dans le document."
      >
        {cafs === null ? null : (
          <Notice>Vous importez pour {formatListe(cafs)}. Pour une autre Caf, adressez-vous à l’administration.</Notice>
        )}
        <ImporterDossier />
      </Panneau>
    </div>
  )
}
