package dev.bourse.gateway.rest;

/**
 * What is wrong with one field.
 *
 * @param field its path in the document or the name of the parameter; empty for the whole
 * @param message what was found and what is allowed
 */
public record FieldProblem(String field, String message) {}
