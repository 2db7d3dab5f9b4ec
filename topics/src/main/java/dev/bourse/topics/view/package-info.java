/** The public, compacted tables: jobs, tasks and agents as users see them. */
@NullMarked
package dev.bourse.topics.view;

import org.jspecify.annotations.NullMarked;
