'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Tiroir } from '@/components/ui/flottant/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { IconPencil, IconPlus } from '@/components/ui/icons'
import { Panneau } from '@/components/ui/flottant/panneau'
import { Table, Td, Th } from '@/components/ui/table'
import type { MembreActuel, VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import { MOTS_VOIX } from '@/lib/gouvernance/instances/words'
import { FormulaireMembre } from './formulaire-membre'
import { formatJour } from './mots-instance'

/** 'depuis le 01/03/2026', 'du … au …'; null without dates. */
function formatMandat({ debut, fin }: MembreActuel): string | null {
  if (debut && fin) return `du ${formatJour(debut)} au ${formatJour(fin)}`
  if (debut) return `depuis le ${formatJour(debut)}`
  return fin ? `jusqu’au ${formatJour(fin)}` : null
}

function Ligne({ membre, vue, onModifier }: { membre: MembreActuel; vue: VueEditionInstance; onModifier: () => void }) {
  const { libelle, fonction, personne, suppleant, voix, coanimation, fin, organismeId } = membre
  const partie = vue.parties.find(({ id }) => id === organismeId)
  const fini = fin !== null && fin < vue.convention.today
  return (
    <tr>
      <Th scope="row" className="font-semibold">
        {libelle}
        {partie && partie.nom !== libelle ? (
          <span className="block text-sm font-normal text-muted">{partie.nom}</span>
        ) : null}
        {coanimation ? (
          <span className="mt-1 block">
            <Badge tone="info">Co-anime</Badge>
          </span>
        ) : null}
      </Th>
      <Td label="Personne">
        {personne ?? <span className="text-muted">non nommée</span>}
        {fonction ? <span className="block text-sm text-muted">{fonction}</span> : null}
        {suppleant ? <span className="block text-sm text-muted">{`suppléant : ${suppleant}`}</span> : null}
      </Td>
      <Td label="Voix" className={voix === 'NON_PRECISEE' ? 'text-muted' : undefined}>
        {MOTS_VOIX[voix]}
      </Td>
      <Td label="Mandat">
        {fini ? <Badge tone="neutral">Terminé</Badge> : null}{' '}
        {formatMandat(membre) ?? <span className="text-muted">sans date</span>}
      </Td>
      <Td>
        <Button
          size="sm"
          icon={<IconPencil />}
          aria-haspopup="dialog"
          aria-label={`Modifier ${libelle}`}
          onClick={onModifier}
        >
          Modifier
        </Button>
      </Td>
    </tr>
  )
}

/** Who sits in the instance: each seat is saved by itself. */
export function SectionMembres({ vue }: { vue: VueEditionInstance }) {
  const { convention, instance, membres } = vue
  const [ouvert, setOuvert] = useState<{ membre: MembreActuel | null } | null>(null)
  const ajouter = (
    <Button icon={<IconPlus />} aria-haspopup="dialog" onClick={() => setOuvert({ membre: null })}>
      Ajouter un membre
    </Button>
  )
  const fermer = () => setOuvert(null)
  return (
    <Panneau titre="Membres" id="membres" actions={membres.length > 0 ? ajouter : null}>
      {membres.length === 0 ? (
        <EmptyState
          titre="Aucun membre nommé"
          pourquoi="Nommez ceux qui siègent : les présences, le quorum et les mandats en dépendent."
          suite={ajouter}
        />
      ) : (
        <Table caption="Membres de l’instance" stacked>
          <thead>
            <tr>
              <Th>Membre</Th>
              <Th>Personne</Th>
              <Th>Voix</Th>
              <Th>Mandat</Th>
              <Th>
                <span className="visually-hidden">Modifier</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {membres.map((membre) => (
              <Ligne key={membre.id} membre={membre} vue={vue} onModifier={() => setOuvert({ membre })} />
            ))}
          </tbody>
        </Table>
      )}
      <Tiroir
        open={ouvert !== null}
        onClose={fermer}
        titre={ouvert?.membre ? 'Modifier un membre' : 'Ajouter un membre'}
      >
        <FormulaireMembre
          slug={convention.slug}
          instance={instance.id}
          membre={ouvert?.membre ?? null}
          choix={vue}
          onFini={fermer}
        />
      </Tiroir>
    </Panneau>
  )
}
