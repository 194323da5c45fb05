using Gongkai.Web;

namespace Gongkai.Feedback;

/// <summary>How much readers may say in a minute, each and all together.</summary>
internal sealed class FeedbackLimits : IDisposable
{
    /// <summary>Reports of errors.</summary>
    public RequestLimit Reports { get; } = new(ofOne: 5, ofAll: 60);

    /// <summary>Whether pages were useful.</summary>
    public RequestLimit Answers { get; } = new(ofOne: 20, ofAll: 3_000);

    public void Dispose()
    {
        Reports.Dispose();
        Answers.Dispose();
    }
}
