using Gongkai.Content;

namespace Gongkai.Review.Checks;

/// <summary>One check: a rule, without anything to ask for.</summary>
public interface ICheck
{
    /// <summary>Its name, as <see cref="CheckNames"/> has it.</summary>
    string Name { get; }

    /// <summary>What it finds; with any severity: that is set by whoever runs it.</summary>
    IEnumerable<Finding> Run(CheckedItem item, CheckRules rules);
}

/// <summary>What checks go by.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Words">The site's words.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Today">The day, in the site's time zone.</param>
public sealed record CheckRules(CheckSettings Settings, CheckWords Words, WorkingCalendar Calendar, DateOnly Today);
