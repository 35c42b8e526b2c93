import type { ComponentProps, ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { Field, FieldError, fieldAria, fieldId, type FieldProps } from './field'

type Named = { name: string }

/** Props of {@link Input}. */
export type InputProps = Omit<ComponentProps<'input'>, 'name'> & FieldProps & Named

/** One-line text (or e-mail, password, whole number: give `type`). */
export function Input({
  label,
  labelHidden,
  hint,
  error,
  optional,
  name,
  id = fieldId(name),
  className,
  ...props
}: InputProps) {
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }}>
      <input id={id} name={name} className={cx('control', className)} {...fieldAria(id, { hint, error })} {...props} />
    </Field>
  )
}

/** A date; the browser shows it and reads it in French, the form sends YYYY-MM-DD. */
export function DateInput({ className, ...props }: InputProps) {
  return <Input type="date" className={cx('control-date', className)} {...props} />
}

/** Props of {@link Textarea}. */
export type TextareaProps = Omit<ComponentProps<'textarea'>, 'name'> & FieldProps & Named

/** Text of several lines; grows with what is typed. */
export function Textarea({
  label,
  labelHidden,
  hint,
  error,
  optional,
  name,
  id = fieldId(name),
  className,
  ...props
}: TextareaProps) {
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }}>
      <textarea
        id={id}
        name={name}
        className={cx('control', className)}
        {...fieldAria(id, { hint, error })}
        {...props}
      />
    </Field>
  )
}

/** One choice of a list. */
export type Option = { value: string; label: string; disabled?: boolean }

/** Props of {@link Select}. */
export type SelectProps = Omit<ComponentProps<'select'>, 'name'> &
  FieldProps &
  Named & {
    options: Option[]
    /** First line, of empty value ("Choisir…"). */
    vide?: string
  }

/** One among many, in the browser's own list. */
export function Select({
  label,
  labelHidden,
  hint,
  error,
  optional,
  name,
  id = fieldId(name),
  options,
  vide,
  className,
  ...props
}: SelectProps) {
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }}>
      <select id={id} name={name} className={cx('control', className)} {...fieldAria(id, { hint, error })} {...props}>
        {vide === undefined ? null : <option value="">{vide}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value} disabled={o.disabled}>
            {o.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Props of {@link Checkbox}. */
export type CheckboxProps = Omit<ComponentProps<'input'>, 'name' | 'type'> &
  Omit<FieldProps, 'optional' | 'labelHidden'> &
  Named

/** A yes or a no. */
export function Checkbox({ label, hint, error, name, id = fieldId(name), ...props }: CheckboxProps) {
  return (
    <div className="choice">
      <input type="checkbox" id={id} name={name} {...fieldAria(id, { hint, error })} {...props} />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="field-hint" id={`${id}-aide`}>
          {hint}
        </span>
      ) : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  )
}

/** Props of {@link Radios}. */
export type RadiosProps = Omit<FieldProps, 'labelHidden'> &
  Named & {
    options: (Option & { hint?: ReactNode })[]
    defaultValue?: string
    /** With `onChange`, the chosen value is held by the caller. */
    value?: string
    onChange?: ComponentProps<'input'>['onChange']
    required?: boolean
    id?: string
  }

/** One among few, all in sight. */
export function Radios({
  label,
  hint,
  error,
  optional,
  name,
  id = fieldId(name),
  options,
  defaultValue,
  value,
  onChange,
  required,
}: RadiosProps) {
  return (
    <fieldset role="radiogroup" className="choices" id={id} tabIndex={-1} {...fieldAria(id, { hint, error })}>
      <legend>
        {label}
        {optional ? <span className="field-optional"> (facultatif)</span> : null}
      </legend>
      {hint ? (
        <span className="field-hint" id={`${id}-aide`}>
          {hint}
        </span>
      ) : null}
      {options.map((o) => {
        const optionId = `${id}-${o.value}`
        const held = onChange ? { checked: o.value === value, onChange } : { defaultChecked: o.value === defaultValue }
        return (
          <div className="choice" key={o.value}>
            <input
              type="radio"
              id={optionId}
              name={name}
              value={o.value}
              disabled={o.disabled}
              required={required}
              aria-describedby={o.hint ? `${optionId}-aide` : undefined}
              {...held}
            />
            <label htmlFor={optionId}>{o.label}</label>
            {o.hint ? (
              <span className="field-hint" id={`${optionId}-aide`}>
                {o.hint}
              </span>
            ) : null}
          </div>
        )
      })}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </fieldset>
  )
}
