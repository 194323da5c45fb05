using Gongkai.Content;
using Gongkai.Web.Glossary;

namespace Gongkai.Review.Plain;

/// <summary>The hints as settings and glossary have them now.</summary>
/// <param name="settings">The settings, read once for each state of their document.</param>
/// <param name="glossary">The terms that public pages explain.</param>
public sealed class PlainLanguageSource(ISettings settings, SiteGlossary glossary)
{
    private Known? _known;

    /// <summary>The settings.</summary>
    public PlainSettings Settings
    {
        get
        {
            var stamp = settings.StampOf(PlainSettings.Document);
            if (stamp is not null && Volatile.Read(ref _known) is { } kept && kept.Stamp == stamp)
                return kept.Settings;
            var read = new PlainSettings(settings.Get(PlainSettings.Document));
            if (stamp is not null)
                Volatile.Write(ref _known, new(stamp, read));
            return read;
        }
    }

    /// <summary>What gives hints.</summary>
    public PlainLanguage Current
    {
        get
        {
            var terms = glossary.Current;
            return new(Settings, terms.Knows);
        }
    }

    private sealed record Known(object Stamp, PlainSettings Settings);
}
