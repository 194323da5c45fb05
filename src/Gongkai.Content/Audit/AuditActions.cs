namespace Gongkai.Content;

/// <summary>The names of actions in the audit trail: a group, a dot, what happened. They stay as they are: old rows have them.</summary>
public static class AuditActions
{
    /// <summary>An item was made.</summary>
    public const string ContentCreated = "Content.Created";

    /// <summary>A new version of an item was saved as a draft.</summary>
    public const string ContentSaved = "Content.Saved";

    /// <summary>A version was published.</summary>
    public const string ContentPublished = "Content.Published";

    /// <summary>An item was withdrawn from the public.</summary>
    public const string ContentUnpublished = "Content.Unpublished";

    /// <summary>An old version was taken up again.</summary>
    public const string ContentRestored = "Content.Restored";

    /// <summary>An item was deleted.</summary>
    public const string ContentDeleted = "Content.Deleted";

    /// <summary>The time at which an item is to be published or archived was set, changed or cancelled.</summary>
    public const string ContentScheduled = "Content.Scheduled";

    /// <summary>A link was made by which whoever has it sees an unpublished text for a day.</summary>
    public const string ContentPreviewed = "Content.Previewed";

    /// <summary>Somebody looked whether a public item is still right, and found that it is.</summary>
    public const string ContentStillRight = "Content.StillRight";

    /// <summary>Versions came in from a recipe: one version, or a batch whose items the details name.</summary>
    public const string ContentImported = "Content.Imported";

    /// <summary>A step of a review was taken: the details say from which stage to which, and what was decided.</summary>
    public const string ReviewStepTaken = "Review.StepTaken";

    /// <summary>Somebody is to act for somebody who is away.</summary>
    public const string ReviewDeputySet = "Review.DeputySet";

    /// <summary>Somebody does not act for somebody any more.</summary>
    public const string ReviewDeputyRemoved = "Review.DeputyRemoved";

    /// <summary>A run of recipes began to change things.</summary>
    public const string RecipeBegun = "Recipe.Begun";

    /// <summary>A run of recipes ended.</summary>
    public const string RecipeImported = "Recipe.Imported";

    /// <summary>Content left the site as a recipe.</summary>
    public const string RecipeExported = "Recipe.Exported";

    /// <summary>A document of settings was saved.</summary>
    public const string SettingsSaved = "Settings.Saved";

    /// <summary>Roles were saved: who may do what.</summary>
    public const string RolesSaved = "Roles.Saved";

    /// <summary>Definitions of types or parts were added, changed or removed.</summary>
    public const string DefinitionsSaved = "Definitions.Saved";

    /// <summary>Somebody signed in, or tried to (<see cref="AuditResult.Refused"/>).</summary>
    public const string UserSignedIn = "User.SignedIn";

    /// <summary>Somebody signed out.</summary>
    public const string UserSignedOut = "User.SignedOut";

    /// <summary>An account was locked out after too many wrong passwords.</summary>
    public const string UserLockedOut = "User.LockedOut";

    /// <summary>An account was made.</summary>
    public const string UserCreated = "User.Created";

    /// <summary>An account was changed: its name, roles, issuers, whether it is locked.</summary>
    public const string UserSaved = "User.Saved";

    /// <summary>An account's password was changed by its owner or set by an administrator.</summary>
    public const string UserPasswordChanged = "User.PasswordChanged";

    /// <summary>An account was removed.</summary>
    public const string UserRemoved = "User.Removed";

    /// <summary>Somebody asked for a page or an action that they may not use.</summary>
    public const string AccessRefused = "Access.Refused";

    /// <summary>A file was uploaded.</summary>
    public const string MediaUploaded = "Media.Uploaded";

    /// <summary>A file's description or place was changed.</summary>
    public const string MediaChanged = "Media.Changed";

    /// <summary>A file was deleted.</summary>
    public const string MediaDeleted = "Media.Deleted";

    /// <summary>The audit trail itself was exported.</summary>
    public const string AuditExported = "Audit.Exported";

    /// <summary>Rows whose time was over were removed; the details are the new starting point.</summary>
    public const string AuditRemoved = "Audit.Removed";

    /// <summary>A line of the search's synonyms or picks was added, changed or removed.</summary>
    public const string SearchVocabularyChanged = "Search.VocabularyChanged";

    /// <summary>The log of searches was exported.</summary>
    public const string SearchLogExported = "SearchLog.Exported";

    /// <summary>What a reader said is wrong was dealt with.</summary>
    public const string FeedbackClosed = "Feedback.Closed";

    /// <summary>Mails that were given up are tried again.</summary>
    public const string MailRetried = "Mail.Retried";

    /// <summary>A backup was made.</summary>
    public const string BackupMade = "Backup.Made";

    /// <summary>The site was restored from a backup.</summary>
    public const string BackupRestored = "Backup.Restored";

    /// <summary>Somebody looked at an attachment that no check could read, and confirmed it for a version.</summary>
    public const string CheckFileConfirmed = "Check.FileConfirmed";

    /// <summary>A check of everything that is public was begun, gone on with or stopped.</summary>
    public const string CheckSiteBegun = "Check.SiteBegun";

    /// <summary>What a check of everything that is public found was exported.</summary>
    public const string CheckSiteExported = "Check.SiteExported";

    /// <summary>Personal data in an item was hidden; the details say how much of what, never what it was.</summary>
    public const string CheckDataMasked = "Check.DataMasked";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ContentCreated, ContentSaved, ContentPublished, ContentUnpublished, ContentRestored, ContentDeleted, ContentScheduled, ContentPreviewed, ContentStillRight, ContentImported,
        ReviewStepTaken, ReviewDeputySet, ReviewDeputyRemoved, RecipeBegun, RecipeImported, RecipeExported, SettingsSaved, RolesSaved, DefinitionsSaved,
        UserSignedIn, UserSignedOut, UserLockedOut, UserCreated, UserSaved, UserPasswordChanged, UserRemoved, AccessRefused,
        MediaUploaded, MediaChanged, MediaDeleted, AuditExported, AuditRemoved, SearchVocabularyChanged, SearchLogExported, FeedbackClosed, MailRetried, BackupMade, BackupRestored,
        CheckFileConfirmed, CheckDataMasked, CheckSiteBegun, CheckSiteExported,
    ];
}
