import type { World } from '../world.ts';
import { analyticsOf } from './analytics.ts';
import { unknownEdge, unknownObject, type GraphCall, type GraphHandler } from './call.ts';
import { callPermissions, postCall } from './calls.ts';
import { blockUsers, listBlockedUsers, unblockUsers } from './block-users.ts';
import { listCatalogueProducts, listCatalogues } from './catalogue.ts';
import { getCommerce, setCommerce } from './commerce-settings.ts';
import { getEncryption, setEncryption } from './encryption.ts';
import {
  createFlow,
  deleteFlow,
  deprecateFlow,
  getFlow,
  getFlowAssets,
  listFlows,
  publishFlow,
  updateFlow,
  uploadFlowAssets,
} from './flows.ts';
import {
  addParticipants,
  approveJoinRequests,
  createGroup,
  deleteGroup,
  getGroup,
  getInviteLink,
  listGroups,
  listJoinRequests,
  rejectJoinRequests,
  removeParticipants,
  resetInviteLink,
  updateGroup,
} from './groups.ts';
import { deleteMedium, describeMedium, uploadMedia } from './media.ts';
import { postMarketingMessage, postMessage } from './messages.ts';
import { deleteQrCode, getQrCode, listQrCodes, saveQrCode } from './qr-codes.ts';
import { deregister, register, requestCode, verifyCode } from './registration.ts';
import { describeNumber, listNumbers, updateNumber } from './phone-numbers.ts';
import { getProfile, setProfile } from './profile.ts';
import { getAutomation, getSettings, setAutomation, setSettings } from './settings.ts';
import {
  listSubscribedApps,
  listSubscriptions,
  setSubscriptions,
  subscribe,
  unsubscribe,
} from './subscribed-apps.ts';
import { createTemplate, deleteTemplates, editTemplate, getTemplate, listTemplates } from './templates.ts';
import { continueUpload, describeUpload, startUpload } from './uploads.ts';
import { deleteUsername, getUsername, setUsername, usernameSuggestions } from './username.ts';
import { describeAccount } from './waba.ts';

type Table = Readonly<Record<string, GraphHandler>>;

const ofNumber: Table = {
  'POST messages': postMessage,
  'POST marketing_messages': postMarketingMessage,
  'POST media': uploadMedia,
  'GET node': describeNumber,
  'POST node': updateNumber,
  'GET whatsapp_business_profile': getProfile,
  'POST whatsapp_business_profile': setProfile,
  'GET whatsapp_commerce_settings': getCommerce,
  'POST whatsapp_commerce_settings': setCommerce,
  'GET settings': getSettings,
  'POST settings': setSettings,
  'GET conversational_automation': getAutomation,
  'POST conversational_automation': setAutomation,
  'POST register': register,
  'POST deregister': deregister,
  'POST request_code': requestCode,
  'POST verify_code': verifyCode,
  'GET block_users': listBlockedUsers,
  'POST block_users': blockUsers,
  'DELETE block_users': unblockUsers,
  'GET message_qrdls': listQrCodes,
  'POST message_qrdls': saveQrCode,
  'GET message_qrdls/': getQrCode,
  'POST message_qrdls/': saveQrCode,
  'DELETE message_qrdls/': deleteQrCode,
  'GET whatsapp_business_encryption': getEncryption,
  'POST whatsapp_business_encryption': setEncryption,
  'GET groups': listGroups,
  'POST groups': createGroup,
  'POST calls': postCall,
  'GET call_permissions': callPermissions,
  'GET username': getUsername,
  'POST username': setUsername,
  'DELETE username': deleteUsername,
  'GET username_suggestions': usernameSuggestions,
};

const ofAccount: Table = {
  'GET node': (world, call) => analyticsOf(world, call) ?? describeAccount(world, call),
  'GET message_templates': listTemplates,
  'POST message_templates': createTemplate,
  'DELETE message_templates': deleteTemplates,
  'GET phone_numbers': listNumbers,
  'GET subscribed_apps': listSubscribedApps,
  'POST subscribed_apps': subscribe,
  'DELETE subscribed_apps': unsubscribe,
  'GET product_catalogs': listCatalogues,
  'GET flows': listFlows,
  'POST flows': createFlow,
  'GET template_analytics': (world, call) => analyticsOf(world, call) ?? describeAccount(world, call),
};

const ofCatalogue: Table = { 'GET products': listCatalogueProducts };
const ofTemplate: Table = { 'GET node': getTemplate, 'POST node': editTemplate };
const ofFlow: Table = {
  'GET node': getFlow,
  'POST node': updateFlow,
  'DELETE node': deleteFlow,
  'GET assets': getFlowAssets,
  'POST assets': uploadFlowAssets,
  'POST publish': publishFlow,
  'POST deprecate': deprecateFlow,
};
const ofMedium: Table = { 'GET node': describeMedium, 'DELETE node': deleteMedium };
const ofGroup: Table = {
  'GET node': getGroup,
  'POST node': updateGroup,
  'DELETE node': deleteGroup,
  'GET invite_link': getInviteLink,
  'POST invite_link': resetInviteLink,
  'POST participants': addParticipants,
  'DELETE participants': removeParticipants,
  'GET join_requests': listJoinRequests,
  'POST join_requests': approveJoinRequests,
  'DELETE join_requests': rejectJoinRequests,
};
const ofApp: Table = {
  'POST uploads': startUpload,
  'GET subscriptions': listSubscriptions,
  'POST subscriptions': setSubscriptions,
};
const ofUpload: Table = { 'GET node': describeUpload, 'POST node': continueUpload };

/** The handler of a call: whose id it is decides the table. */
export function routeOf(world: World, call: GraphCall): GraphHandler {
  const table = tableOf(world, call.id);
  if (table === undefined) return () => unknownObject(call.id);
  return table[`${call.method} ${call.edge}${call.rest === undefined ? '' : '/'}`] ?? noSuchEdge;
}

const noSuchEdge: GraphHandler = (_world, call) => unknownEdge(call);

function tableOf(world: World, id: string): Table | undefined {
  if (world.lines.has(id)) return ofNumber;
  if (id === world.account.id) return ofAccount;
  if (id === world.catalogue.id()) return ofCatalogue;
  if (world.templates.byId(id) !== undefined) return ofTemplate;
  if (world.media.find(id, world.clock.nowMs()) !== undefined) return ofMedium;
  if (world.flows.find(id) !== undefined) return ofFlow;
  if (world.groups.find(id) !== undefined) return ofGroup;
  if (id === world.account.appId || id === 'app') return ofApp;
  if (id.startsWith('upload:')) return ofUpload;
  return undefined;
}
