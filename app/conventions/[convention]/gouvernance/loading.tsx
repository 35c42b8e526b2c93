import { Skeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return <Skeleton label="Chargement de la gouvernance" lignes={10} />
}
