import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Popover } from '@/components/ui/flottant/popover'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ShellUser } from './types'

/** Props of {@link UserMenu}. */
export type UserMenuProps = {
  user: ShellUser
  /** Links of the account, above the sign-out. */
  liens?: ReactNode
  /** The form or button that signs out. */
  deconnexion: ReactNode
}

/** Who is signed in, with which roles, and the way out. */
export function UserMenu({ user, liens, deconnexion }: UserMenuProps) {
  return (
    <Popover
      className="user-button"
      trigger={
        <>
          <VisuallyHidden>{`Compte de ${user.nom}, `}</VisuallyHidden>
          <span className="user-role">{user.roles[0] ?? user.nom}</span>
          <Avatar nom={user.nom} />
        </>
      }
    >
      <div className="user-panel">
        <p className="user-name">{user.nom}</p>
        <ul className="user-roles" aria-label="Rôles">
          {user.roles.map((role) => (
            <li key={role}>{role}</li>
          ))}
        </ul>
      </div>
      {liens}
      <div className="menu-separator" />
      {deconnexion}
    </Popover>
  )
}
