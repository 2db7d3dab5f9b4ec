/** What a cell has done, from its topics or from files: read, checked, looked into. */
@NullMarked
package dev.bourse.simulator.history;

import org.jspecify.annotations.NullMarked;
