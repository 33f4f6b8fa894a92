import type { z } from 'zod'

/** JSON Schema 2020-12, which OpenAPI 3.1 has as it is. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

type Reference = { $ref: string }

export type MediaType = {
  schema: JsonSchema
  example?: unknown
  examples?: Record<string, { summary: string; value: unknown }>
}

export type Header = { description: string; required?: boolean; schema: JsonSchema; example?: unknown }

export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  description?: string
  required?: boolean
  schema: JsonSchema
  example?: unknown
}

type RequestBody = { required: boolean; content: Record<string, MediaType> }

export type DocumentedAnswer = {
  description: string
  headers?: Record<string, Header | Reference>
  content?: Record<string, MediaType>
}

export type DocumentedOperation = {
  operationId: string
  tags: string[]
  summary: string
  description?: string
  security: Record<string, string[]>[]
  parameters?: (Parameter | Reference)[]
  requestBody?: RequestBody
  responses: Record<string, DocumentedAnswer | Reference>
}

export type PathItem = Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', DocumentedOperation>>

/** What of OpenAPI 3.1 our document has. */
export type OpenApiDocument = {
  openapi: '3.1.1'
  info: {
    title: string
    version: string
    summary: string
    description: string
    license: { name: string; identifier: string }
  }
  jsonSchemaDialect: string
  servers: { url: string; description: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, PathItem>
  webhooks: Record<string, PathItem>
  components: {
    schemas: Record<string, JsonSchema>
    responses: Record<string, DocumentedAnswer>
    parameters: Record<string, Parameter>
    headers: Record<string, Header>
    securitySchemes: Record<string, { type: 'http'; scheme: 'bearer'; description: string }>
  }
}
