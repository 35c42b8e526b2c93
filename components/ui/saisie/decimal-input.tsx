'use client'

import type { ChangeEvent, ComponentProps, FocusEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { Field, fieldAria, fieldId, type FieldProps } from './field'

/** Props of {@link DecimalInput}. */
export type DecimalInputProps = Omit<ComponentProps<'input'>, 'name' | 'type' | 'inputMode' | 'onChange'> &
  FieldProps & {
    name: string
    /** Word after the field ("ETP", "€"). */
    unite?: string
    /** In a table's cell: narrow; give `labelHidden` too. */
    cell?: boolean
    /** Marks a value that differs from what is agreed. */
    changed?: boolean
    /** The text as typed, at each key; reading it as a number is the caller's rule. */
    onTexte?: (texte: string) => void
  }

/**
 * Writes a typed number as French does: comma for the point, nothing else changed,
 * so that what cannot be read as a number stays as the person typed it.
 * @param texte what was typed ("1.6", " 12,5 ")
 * @returns "1,6", "12,5"
 */
export function formatTypedDecimal(texte: string): string {
  const trimmed = texte.trim()
  return /^[+-]?\d*\.\d+$/.test(trimmed) ? trimmed.replace('.', ',') : trimmed
}

/** A number with decimals: 1,6 and 1.6 are both accepted, 1,6 is shown. */
export function DecimalInput({
  label,
  labelHidden,
  hint,
  error,
  optional,
  name,
  id = fieldId(name),
  unite,
  cell,
  changed,
  onTexte,
  onBlur,
  className,
  ...props
}: DecimalInputProps) {
  function handleChange(event: ChangeEvent<HTMLInputElement>) {
    onTexte?.(event.target.value)
  }
  function handleBlur(event: FocusEvent<HTMLInputElement>) {
    const formatted = formatTypedDecimal(event.target.value)
    if (formatted !== event.target.value) {
      if (props.value === undefined) event.target.value = formatted
      onTexte?.(formatted)
    }
    onBlur?.(event)
  }
  const input = (
    <input
      id={id}
      name={name}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      data-changed={changed || undefined}
      className={cx('control control-decimal', cell && 'control-cell', className)}
      onChange={handleChange}
      onBlur={handleBlur}
      {...fieldAria(id, { hint, error })}
      {...props}
    />
  )
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }}>
      {unite ? (
        <span className="with-unit">
          {input}
          <span>{unite}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  )
}
