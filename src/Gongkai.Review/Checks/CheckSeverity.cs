namespace Gongkai.Review.Checks;

/// <summary>What a finding means for publication.</summary>
public enum CheckSeverity
{
    /// <summary>It is not looked for.</summary>
    Off,

    /// <summary>It is shown; publication goes on.</summary>
    Warning,

    /// <summary>Nothing is published while it stands.</summary>
    Blocking,
}
