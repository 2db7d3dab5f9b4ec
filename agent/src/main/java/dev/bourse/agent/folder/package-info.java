/** What an agent keeps on disk, and how it finds it again. */
@NullMarked
package dev.bourse.agent.folder;

import org.jspecify.annotations.NullMarked;
