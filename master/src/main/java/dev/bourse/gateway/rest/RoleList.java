package dev.bourse.gateway.rest;

import java.util.List;

/**
 * All roles of which something is known.
 *
 * @param roles by name
 */
public record RoleList(List<Role> roles) {}
