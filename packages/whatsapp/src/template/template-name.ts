import { z } from 'zod';

/** A template's name. Source: Cloud API docs, "Templates", read 2026-11-21. */
export const TemplateName = z
  .string()
  .min(1)
  .max(512)
  .regex(/^[a-z0-9_]+$/, 'may only have small letters, digits and _');

/** A language as Meta writes it: `en`, `pt_BR`, `prs_AF`. Every language of a template counts as one template. */
export const TemplateLanguage = z
  .string()
  .regex(/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/, 'is not a language code of Meta’s');
