namespace Gongkai.Review.Figures;

/// <summary>Whether a policy has its interpretation, and had it in time.</summary>
public enum InterpretationTiming
{
    /// <summary>None is needed, and there is none.</summary>
    NotNeeded,

    /// <summary>There was one on the day of the policy, or before.</summary>
    InStep,

    /// <summary>The first one came on a later day.</summary>
    Late,

    /// <summary>One is needed, and there is none.</summary>
    Missing,
}

/// <summary>When an interpretation is in time (三同步): published together with its policy.</summary>
public static class InterpretationTimings
{
    /// <summary>Compares days, since readers see days; that one comes later in the same day is in step.</summary>
    /// <param name="isNeeded">Whether the policy is marked as needing one.</param>
    /// <param name="policyOn">The day of the policy.</param>
    /// <param name="interpretedOn">The day of its first public interpretation; null when there is none.</param>
    public static InterpretationTiming Of(bool isNeeded, DateOnly policyOn, DateOnly? interpretedOn) => interpretedOn switch
    {
        null => isNeeded ? InterpretationTiming.Missing : InterpretationTiming.NotNeeded,
        { } day => day > policyOn ? InterpretationTiming.Late : InterpretationTiming.InStep,
    };
}
