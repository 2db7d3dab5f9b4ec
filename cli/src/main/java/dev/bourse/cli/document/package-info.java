/** Job documents: from files and from options. */
@NullMarked
package dev.bourse.cli.document;

import org.jspecify.annotations.NullMarked;
