import { Introuvable } from '@/components/pilotage/navigation/introuvable'

export default function NotFound() {
  return <Introuvable dansConvention />
}
