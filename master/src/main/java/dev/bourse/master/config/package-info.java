/** Configuration that every part of the master app shares. */
@NullMarked
package dev.bourse.master.config;

import org.jspecify.annotations.NullMarked;
