package dev.bourse.core.event;

import dev.bourse.topics.command.Settings;

/** From here on decisions are made under these settings. */
public record SettingsChanged(Settings settings) implements Event {}
