import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Glyph } from '@/components/ui/mesure/glyph'

/** What every field takes beside its own props. */
export type FieldProps = {
  label: ReactNode
  /** Hides the label from sight (cell of a table whose header says it); it is still said. */
  labelHidden?: boolean
  /** Help under the label, before the field is filled. */
  hint?: ReactNode
  /** What is wrong and how to mend it; its presence marks the field as invalid. */
  error?: string | null
  /** Says "facultatif" beside the label. */
  optional?: boolean
}

/**
 * Identifier of a field, from its name: the error summary links to it.
 * @param name name of the field in its form
 * @returns `champ-` followed by the name
 */
export function fieldId(name: string): string {
  return `champ-${name.replace(/[^\w-]+/g, '-')}`
}

/**
 * The ARIA attributes that tie a control to its hint and error.
 * @param id identifier of the control
 */
export function fieldAria(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  return {
    'aria-describedby': cx(hint ? `${id}-aide` : null, error ? `${id}-erreur` : null),
    'aria-invalid': error ? (true as const) : undefined,
  }
}

/** The message of an invalid field. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="field-error" id={`${id}-erreur`}>
      <Glyph shape="triangle" />
      <span>{children}</span>
    </span>
  )
}

/** Label, hint, control and error of one field; the control is the child. */
export function Field({
  id,
  label,
  labelHidden,
  hint,
  error,
  optional,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {optional ? <span className="field-optional"> (facultatif)</span> : null}
      </label>
      {hint ? (
        <span className="field-hint" id={`${id}-aide`}>
          {hint}
        </span>
      ) : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  )
}
