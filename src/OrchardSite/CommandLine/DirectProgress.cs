namespace OrchardSite.CommandLine;

/// <summary>Reports progress on the caller's thread, in order.</summary>
internal sealed class DirectProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
