import { Introuvable } from '@/components/portefeuille/introuvable'

export default function NotFound() {
  return <Introuvable dansConvention />
}
